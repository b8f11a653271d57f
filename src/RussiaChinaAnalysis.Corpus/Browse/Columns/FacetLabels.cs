using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>All that the facets with known values count by. Few combinations occur, however many passages there are.</summary>
internal sealed record FacetLabels(
    Role Role,
    bool IsThesis,
    EvidenceKind? EvidenceKind,
    ClaimKind? ClaimKind,
    Stance Stance,
    AttributionKind Attribution,
    bool IsSupported,
    Status Status)
{
    public static IReadOnlyList<Facet> Facets { get; } =
        [Facet.Role, Facet.Thesis, Facet.EvidenceKind, Facet.ClaimKind, Facet.Stance, Facet.Attribution, Facet.Support, Facet.Status];

    /// <summary>Empty where the passage has no value.</summary>
    public string Value(Facet facet) => facet switch
    {
        Facet.Role => FacetWords.Key(Role),
        Facet.Thesis => IsThesis ? FacetWords.Yes : FacetWords.No,
        Facet.EvidenceKind => EvidenceKind is { } kind ? FacetWords.Key(kind) : string.Empty,
        Facet.ClaimKind => ClaimKind is { } kind ? FacetWords.Key(kind) : string.Empty,
        Facet.Stance => FacetWords.Key(Stance),
        Facet.Attribution => FacetWords.Key(Attribution),
        Facet.Support => IsSupported ? FacetWords.Supported : FacetWords.Unsupported,
        Facet.Status => FacetWords.Key(Status),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };
}
