using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse;

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

/// <param name="Documents">How many other documents they lead to.</param>
public sealed record ConnectionTotals(int Connections, int Documents);

/// <summary>A connection as one of its two passages sees it.</summary>
/// <param name="PassageId">The passage of the document at hand.</param>
/// <param name="OtherId">The passage of the other document.</param>
public sealed record ConnectionEnd(
    int PassageId, ConnectionKind Kind, double Score, int OtherId, string OtherQuote, int OtherDocumentId, string OtherDocumentTitle);

/// <param name="Published">As the author wrote it; null when unknown.</param>
/// <param name="ContentHash">SHA-256 of the original file, lower-case hexadecimal.</param>
/// <param name="ImportedAt">UTC.</param>
/// <param name="Theses">The central claims that nobody rejected, in the order of the text.</param>
public sealed record DocumentSummary(
    int Id,
    string Title,
    string? Author,
    string? Published,
    string? Language,
    string Source,
    int VersionNumber,
    string ContentHash,
    DateTime ImportedAt,
    int Words,
    int Claims,
    int Evidence,
    int Context,
    IReadOnlyList<ThesisLine> Theses);

public sealed record RoleCount(Role Role, bool IsThesis, int Count);

public sealed record ThesisLine(int PassageId, string Quote);

public sealed record RelationRow(int Id, int From, int To, RelationKind Kind, double Confidence, Origin Origin, Status Status, IReadOnlyList<Cue> Cues)
{
    /// <inheritdoc cref="PassageRow.FormerStatus"/>
    public Status? FormerStatus { get; init; }

    /// <inheritdoc cref="PassageRow.Token"/>
    [JsonIgnore]
    public Guid Token { get; init; }
}

/// <param name="Count">Passages tagged with the theme itself.</param>
/// <param name="CountWithChildren">Passages tagged with the theme or one below it, each once.</param>
/// <param name="Claims">Of those with the themes below it, as the evidence.</param>
/// <param name="Documents">That have at least one of those.</param>
public sealed record ThemeCount(ThemeLabel Theme, string Definition, string? Parent, int Count, int CountWithChildren, int Claims, int Evidence, int Documents);

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

/// <summary>What the corpus holds, for its front page.</summary>
public sealed record CorpusOverview(
    int Documents,
    int Passages,
    IReadOnlyList<DocumentSummary> Newest,
    IReadOnlyList<FacetCounts> Distributions,
    IReadOnlyList<ThemeCount> Themes);
