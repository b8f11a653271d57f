using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>What a new reading makes of a document's passages. Nothing is changed until it is carried out.</summary>
/// <param name="Passages">Every passage before and after, each once, in the order of the new text; what is gone comes last.</param>
/// <param name="ByExtracted">Where each passage that the extractor found ended up, by its id in the structure; it may be part of one that people made.</param>
internal sealed record RevisionPlan(IReadOnlyList<PlannedPassage> Passages, IReadOnlyDictionary<int, PlannedPassage> ByExtracted)
{
    /// <summary>As it is shown and kept.</summary>
    public IEnumerable<PassageChange> Changes => Passages.Select(planned => planned.Change);
}

/// <param name="Old">Null when the passage is new.</param>
/// <param name="Extracted">What the extractor says of the same words; null when it cuts the text otherwise.</param>
/// <param name="Span">In the new text; null when the words are gone.</param>
internal sealed record PlannedPassage(Passage? Old, ExtractedPassage? Extracted, TextSpan? Span, ChangeKind Kind, Fate Fate)
{
    /// <summary>What was decided of it, or hangs on it, was decided about other words.</summary>
    public bool Reopens => Old is not null && Span is not null && (Kind == ChangeKind.Altered || Fate == Fate.Reopened);

    public PassageChange Change => new(
        Kind,
        Fate,
        Old?.Id,
        Old?.Span,
        Span,
        Old is null ? null : new(Old.Role, Old.IsThesis, Old.Origin, Old.Status),
        Now);

    private PassageSign? Now => Fate switch
    {
        Fate.Kept => new(Old!.Role, Old.IsThesis, Old.Origin, Old.Status),
        Fate.Reopened => new(Old!.Role, Old.IsThesis, Old.Origin, Status.Suggested),
        Fate.Renewed or Fate.Added => new(Extracted!.Role, Extracted.IsThesis, Origin.Extracted, Status.Suggested),
        _ => null,
    };
}
