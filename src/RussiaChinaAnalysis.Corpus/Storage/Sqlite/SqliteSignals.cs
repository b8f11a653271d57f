using System.Runtime.CompilerServices;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>A file tells nobody that it was written to, so it is looked at once a second.</summary>
internal sealed class SqliteSignals : ChangeSignals
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async IAsyncEnumerable<IReadOnlyList<long>> HearAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(cancellation))
            yield return [];
    }
}
