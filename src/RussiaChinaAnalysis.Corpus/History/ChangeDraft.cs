using RussiaChinaAnalysis.Corpus.Review;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>What a change will be called.</summary>
/// <param name="Main">The row whose id the caller wants back; read after the save, because a new row has no id before.</param>
internal sealed record ChangeDraft(string Action, string Summary, int? DocumentId, Func<int> Main)
{
    public int? PrivateTo { get; init; }

    public long? Undoes { get; init; }

    /// <summary>The text that places in the rows are counted in; nothing is stored when the document has another one by then.</summary>
    public VersionText? Text { get; init; }

    /// <summary>Runs within the same transaction, when the rows have their ids.</summary>
    public Func<CancellationToken, Task>? Then { get; init; }
}
