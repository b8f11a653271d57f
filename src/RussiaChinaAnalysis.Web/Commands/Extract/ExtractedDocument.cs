using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>What <c>extract</c> prints of one document; docs/extract.md describes it, and other programs rely on it.</summary>
/// <param name="Text">The normalised text, in which everything below counts UTF-16 code units.</param>
/// <param name="Language">A BCP 47 tag; null when neither the file nor its words say it.</param>
/// <param name="Unlabelled">Blocks in languages that there is no lexicon for: they have sentences and no passages.</param>
/// <param name="Sentences">Pairs of start and end, half-open.</param>
/// <param name="Rules">The rules that the cues name, by their ids, so that the output needs no other file to be understood.</param>
/// <param name="Connections">To passages of essays earlier in the run; null, and not printed, unless they are asked for.</param>
internal sealed record ExtractedDocument(
    string Source,
    string Title,
    string? Language,
    string Text,
    IReadOnlyList<int[]> Sentences,
    IReadOnlyList<UnlabelledEntry> Unlabelled,
    IReadOnlyList<PassageEntry> Passages,
    IReadOnlyList<RelationEntry> Relations,
    IReadOnlyDictionary<string, RuleEntry> Rules,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ConnectionEntry>? Connections);

internal sealed record UnlabelledEntry(int Start, int End, string Language);

internal sealed record PassageEntry(
    int Id,
    int Start,
    int End,
    string Text,
    Role Role,
    bool Thesis,
    EvidenceKind? EvidenceKind,
    ClaimKind? ClaimKind,
    Certainty? Certainty,
    AttributionKind Attribution,
    string? AttributedTo,
    Stance Stance,
    double Confidence,
    IReadOnlyList<ThemeEntry> Themes,
    IReadOnlyList<QuantityEntry> Quantities,
    IReadOnlyList<TimeEntry> Times,
    ForecastEntry? Forecast,
    IReadOnlyList<CueEntry> Cues);

internal sealed record QuantityEntry(
    int Start,
    int End,
    string Text,
    double Low,
    double High,
    string Unit,
    QuantityKind Kind,
    Approximation Approximation,
    WordsEntry? Measured,
    TimeEntry? Period,
    WordsEntry? Source);

internal sealed record TimeEntry(int Start, int End, string Text, TimeRelation Relation, int? FirstYear, int? LastYear, int? Month);

internal sealed record ForecastEntry(int Start, int End, string Text, Likelihood Likelihood, TimeEntry? Horizon);

internal sealed record WordsEntry(int Start, int End, string Text);

internal sealed record ThemeEntry(string Slug, double Score, IReadOnlyList<CueEntry> Cues);

internal sealed record RelationEntry(int From, int To, RelationKind Kind, double Confidence, IReadOnlyList<CueEntry> Cues);

internal sealed record CueEntry(Label Label, string Rule, int Start, int End, double Weight, string Text);

internal sealed record RuleEntry(string Title, string Explanation);

/// <param name="From">A passage of this document.</param>
internal sealed record ConnectionEntry(
    int From,
    ConnectedPassageEntry To,
    ConnectionKind Kind,
    double Score,
    Conclusions Conclusions,
    IReadOnlyList<ConnectionReasonEntry> Reasons);

/// <param name="Start">Counts in the other document's text, as <paramref name="End"/> does.</param>
internal sealed record ConnectedPassageEntry(string Source, string Title, int Passage, int Start, int End, string Text);

/// <param name="Words">In this document.</param>
/// <param name="OtherWords">In the other document.</param>
internal sealed record ConnectionReasonEntry(ConnectionRule Rule, double Weight, string Explanation, WordsEntry? Words, WordsEntry? OtherWords);

/// <summary>Known at build time, so that the command starts without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractedDocument))]
internal sealed partial class ExtractJson : JsonSerializerContext;
