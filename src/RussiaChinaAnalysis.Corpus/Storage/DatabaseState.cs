namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Tells cheaply whether anything at all in the database has changed. Safe to use from several threads.</summary>
public abstract class DatabaseState
{
    /// <summary>Where two answers are equal, nothing was committed between them.</summary>
    public abstract ValueTask<string> ReadAsync(CancellationToken cancellation);
}
