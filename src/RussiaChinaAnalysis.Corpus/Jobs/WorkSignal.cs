namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>Spares workers of this process the wait until they next look. Other processes look for themselves.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);

    internal void Raise()
    {
        lock (raised)
        {
            if (raised.CurrentCount == 0)
                raised.Release();
        }
    }

    /// <summary>Until the signal is raised, at the longest for <paramref name="patience"/>.</summary>
    internal Task WaitAsync(TimeSpan patience, CancellationToken cancellation) => raised.WaitAsync(patience, cancellation);

    public void Dispose() => raised.Dispose();
}
