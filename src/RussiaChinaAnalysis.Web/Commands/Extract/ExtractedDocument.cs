using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>What <c>extract</c> prints of one document; docs/extract.md describes it, and other programs rely on it.</summary>
/// <param name="Text">The normalised text, in which everything below counts UTF-16 code units.</param>
/// <param name="Language">A BCP 47 tag; null when neither the file nor its words say it.</param>
/// <param name="Unlabelled">Blocks in languages that there is no lexicon for: they have sentences and no passages.</param>
/// <param name="Sentences">Pairs of start and end, half-open.</param>
/// <param name="Rules">The rules that the cues name, by their ids, so that the output needs no other file to be understood.</param>
internal sealed record ExtractedDocument(
    string Source,
    string Title,
    string? Language,
    string Text,
    IReadOnlyList<int[]> Sentences,
    IReadOnlyList<UnlabelledEntry> Unlabelled,
    IReadOnlyList<PassageEntry> Passages,
    IReadOnlyList<RelationEntry> Relations,
    IReadOnlyDictionary<string, RuleEntry> Rules);

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

/// <summary>Known at build time, so that the command starts without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExtractedDocument))]
internal sealed partial class ExtractJson : JsonSerializerContext;
