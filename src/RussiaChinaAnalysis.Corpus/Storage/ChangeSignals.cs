namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>How a program hears that another one on the same database, or it itself, has changed the corpus.</summary>
public abstract class ChangeSignals
{
    /// <summary>By how much a key of a change may be lower than one that was visible before it.</summary>
    public virtual int OutOfOrder => 0;

    /// <summary>
    /// Keys of changes, each time there are some. None of them means that any change since the last time may be there:
    /// so it begins, once nothing more can be missed.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The database was lost.</exception>
    public abstract IAsyncEnumerable<IReadOnlyList<long>> HearAsync(CancellationToken cancellation);
}
