namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>
/// When what lists show of a document last changed. The database keeps it, in the order in which changes become
/// visible: whoever has seen a stamp has seen everything below it. See <c>derived.sql</c>.
/// </summary>
public sealed class DocumentChange
{
    /// <summary>In place of a document's id: the codebook.</summary>
    public const int Codebook = 0;

    /// <summary>The document may be gone.</summary>
    public int DocumentId { get; private set; }

    public long Stamp { get; private set; }
}
