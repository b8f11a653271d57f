using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Data;

/// <summary>A passage as a row of a table.</summary>
/// <param name="Start">In UTF-16 code units of the document's normalised text; <paramref name="End"/> lies after the last.</param>
/// <param name="Themes">Slugs, separated by a space.</param>
public sealed record PassageLine(
    int Id,
    int DocumentId,
    string Document,
    string? Author,
    int Ordinal,
    int Start,
    int End,
    string Text,
    string Role,
    bool Thesis,
    string? EvidenceKind,
    string? ClaimKind,
    string? Certainty,
    string Attribution,
    string? AttributedTo,
    string Stance,
    double Confidence,
    string Origin,
    string Status,
    int Supports,
    int Attacks,
    string Themes,
    string Address)
{
    public static PassageLine Of(PassageRow row) => new(
        row.Id,
        row.DocumentId,
        row.DocumentTitle,
        row.Author,
        row.Ordinal,
        row.Span.Start,
        row.Span.End,
        row.Quote,
        FacetWords.Key(row.Role),
        row.IsThesis,
        row.EvidenceKind?.Key(),
        row.ClaimKind?.Key(),
        row.Certainty?.Key(),
        FacetWords.Key(row.Attribution),
        row.AttributedTo,
        FacetWords.Key(row.Stance),
        Math.Round(row.Confidence, 4),
        FacetWords.Key(row.Origin),
        FacetWords.Key(row.Status),
        row.Supports,
        row.Attacks,
        string.Join(' ', row.Themes.Select(theme => theme.Slug)),
        Paths.Passage(row.Id));
}
