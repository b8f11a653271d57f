using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Web.Pages.Claims;

/// <summary>One facet beside the list.</summary>
/// <param name="Address">What the page shows now; each value's links lead away from it.</param>
public sealed record FacetView(FacetCounts Facet, ClaimsAddress Address)
{
    /// <summary>Longer lists show this many values and keep the rest folded.</summary>
    private const int Unfolded = 8;

    public string Name => FacetWords.Name(Facet.Facet);

    /// <summary>Chosen values always stand in the open.</summary>
    public IReadOnlyList<FacetValue> Open { get; } =
        [.. Facet.Values.Where((value, place) => place < Unfolded || value.State != FacetState.Open)];

    public IReadOnlyList<FacetValue> Folded { get; } =
        [.. Facet.Values.Where((value, place) => place >= Unfolded && value.State == FacetState.Open)];

    public string Toggle(FacetValue value, bool negated) =>
        Address.Toggle(new FacetChoice(Facet.Facet, value.Value, negated)).ToString();

    /// <summary>Of the facet's largest count.</summary>
    public double Share(FacetValue value) => (double)value.Count / Math.Max(1, Facet.Values.Max(other => other.Count));
}
