using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>How many documents the search finds for each whose words are counted. Everybody who compares asks, so it is not counted each time.</summary>
internal sealed class SearchedShare(TimeProvider clock)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(1);

    /// <summary>At the beginning of a long import every comparison changes it much: it is used for so many of those that were counted.</summary>
    private const int CountedForEachUse = 10;

    private Estimate? latest;

    /// <summary>An estimate that may be a minute old.</summary>
    public async Task<double> DocumentsForEachCountedAsync(CorpusContext context, CancellationToken cancellation)
    {
        if (latest is { } known && known.Until > clock.GetUtcNow() && known.Use())
            return known.Value;
        var current = context.DocumentVersions.Where(version => version.Number == version.Document.CurrentVersion);
        var counted = await current.CountAsync(version => version.AreWordsCounted, cancellation);
        var value = (double)await current.CountAsync(cancellation) / Math.Max(1, counted);
        latest = new(value, clock.GetUtcNow() + Validity, counted / CountedForEachUse);
        return value;
    }

    private sealed class Estimate(double value, DateTimeOffset until, int uses)
    {
        private int left = uses;

        public double Value => value;

        public DateTimeOffset Until => until;

        public bool Use() => Interlocked.Decrement(ref left) >= 0;
    }
}
