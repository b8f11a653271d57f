namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Stands still until it is told to move on.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public void Advance(TimeSpan by) => now += by;

    public override DateTimeOffset GetUtcNow() => now;
}
