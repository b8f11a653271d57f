using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>The codebook and a selection of passages, document by document, as every format writes them.</summary>
/// <param name="Description">Which passages these are, in one sentence without a full stop.</param>
/// <param name="Themes">In the codebook's order.</param>
/// <param name="DocumentCount">How many documents will follow.</param>
/// <param name="Documents">In the order of their ids. To be read once.</param>
public sealed record InterchangeCorpus(
    string Description, IReadOnlyList<InterchangeTheme> Themes, int DocumentCount, IAsyncEnumerable<InterchangeDocument> Documents);

/// <param name="Parent">The slug of the theme above it.</param>
public sealed record InterchangeTheme(string Slug, string Name, string Definition, string Colour, string? Parent);

/// <summary>One document in its current version. Passages and relations are numbered 1, 2, 3 … within the document.</summary>
/// <param name="Hash">SHA-256 of the original file, lower-case hexadecimal.</param>
/// <param name="ImportedAt">UTC.</param>
/// <param name="Passages">In the order of the text.</param>
/// <param name="Relations">Those whose ends are among the passages.</param>
public sealed record InterchangeDocument(
    int Id,
    string Hash,
    int Version,
    string Title,
    string? Author,
    string? Published,
    string? Language,
    string Source,
    DateTime ImportedAt,
    string Text,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<InterchangePassage> Passages,
    IReadOnlyList<InterchangeRelation> Relations,
    IReadOnlyList<InterchangeNote> Notes);

/// <param name="Span">In UTF-16 code units of the document's text.</param>
public sealed record InterchangePassage(
    int Number,
    int Id,
    TextSpan Span,
    string Quote,
    string Prefix,
    string Suffix,
    Role Role,
    bool IsThesis,
    EvidenceKind? EvidenceKind,
    AttributionKind Attribution,
    string? AttributedTo,
    Stance Stance,
    double Confidence,
    Origin Origin,
    Status Status,
    IReadOnlyList<InterchangeTag> Themes);

public sealed record InterchangeTag(string Slug, double Score);

/// <summary>
/// A shared note; what is private stays in the corpus. One that is about no passage, relation or words is about the
/// document as a whole.
/// </summary>
/// <param name="Passage">The number of the passage that it is about.</param>
/// <param name="Relation">The number of the relation that it is about.</param>
/// <param name="Parent">The number of the note that it replies to.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record InterchangeNote(
    int Number, int? Passage, int? Relation, IReadOnlyList<Anchor> Spans, int? Parent, Motivation Motivation, string Body, string Author, DateTime CreatedAt);

/// <param name="From">The <see cref="InterchangePassage.Number"/> that it starts from.</param>
/// <param name="To">The number of a passage; null when it leads to another relation.</param>
/// <param name="ToRelation">The number of a relation; null when it leads to a passage.</param>
public sealed record InterchangeRelation(
    int Number, int Id, int From, int? To, int? ToRelation, RelationKind Kind, double Confidence, Origin Origin, Status Status);
