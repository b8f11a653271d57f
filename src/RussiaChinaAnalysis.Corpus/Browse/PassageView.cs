using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>One passage with everything that explains it.</summary>
/// <param name="Before">The text of the same block before the passage.</param>
/// <param name="After">The text of the same block after the passage.</param>
/// <param name="Cues">Spans count in the document's text.</param>
/// <param name="Outgoing">What this passage supports, attacks, exemplifies or restates, each with the passage at the other end.</param>
/// <param name="Incoming">What bears on this passage.</param>
/// <param name="Connections">What passages of other documents have in common with it, the surest first.</param>
/// <param name="PreviousId">The passage before it in the text; null at the start.</param>
public sealed record PassageView(
    PassageRow Row,
    DocumentSummary Document,
    TextSpan Block,
    string Before,
    string After,
    IReadOnlyList<Cue> Cues,
    IReadOnlyList<ThemeTagRow> ThemeTags,
    IReadOnlyList<LinkedPassage> Outgoing,
    IReadOnlyList<LinkedPassage> Incoming,
    IReadOnlyList<ConnectionRow> Connections,
    int? PreviousId,
    int? NextId)
{
    public SourcePlace Place { get; init; } = new(null, null);
}

/// <summary>Where in the original file a passage stands.</summary>
/// <param name="Page">Counted from 1; null in formats without pages.</param>
/// <param name="Section">The words of the heading above; null before the first.</param>
public sealed record SourcePlace(int? Page, string? Section);

public sealed record ThemeTagRow(ThemeLabel Theme, double Score, IReadOnlyList<Cue> Cues)
{
    /// <inheritdoc cref="PassageRow.FormerStatus"/>
    public Status? FormerStatus { get; init; }
}

public sealed record LinkedPassage(RelationRow Relation, PassageRow Passage);
