using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <summary>One document in its current version, as a reader wants to see it.</summary>
/// <param name="Relations">Between its passages; what was rejected is not among them.</param>
public sealed record DocumentView(
    DocumentSummary Summary,
    string Text,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<PassageRow> Passages,
    IReadOnlyList<RelationRow> Relations,
    IReadOnlyList<ThemeCount> Themes)
{
    /// <summary>The languages of text that was left unlabelled because the extractor has no lexicon for them.</summary>
    public IReadOnlyList<string> UnlabelledLanguages =>
        [.. LexiconLanguages.Unlabelled(Summary.Language, Blocks).Select(text => text.Language).Distinct()];

    /// <summary>Null when all of the document is here. Else its passages are those of the part, and its relations those with an end there.</summary>
    public DocumentPart? Part { get; init; }

    /// <summary>Passages outside the part that relations lead to or come from.</summary>
    public IReadOnlyList<PassageRow> Beyond { get; init; } = [];

    /// <summary>How many passages of the whole document there are of each kind.</summary>
    public IReadOnlyList<RoleCount> Roles { get; init; } = [];

    /// <summary>What its passages have in common with those of other documents, the surest first; of very many, the surest.</summary>
    public IReadOnlyList<ConnectionEnd> Connections { get; init; } = [];

    /// <summary>Of all its connections, not only of those that are here.</summary>
    public ConnectionTotals ConnectionTotals { get; init; } = new(0, 0);
}
