using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Pages.Claims;

namespace RussiaChinaAnalysis.Web.Pages;

public sealed class IndexModel(OverviewBrowser overview) : PageModel, IDataPage
{
    private static readonly Facet[] Charted = [Facet.Stance, Facet.Attribution, Facet.Support];

    public CorpusOverview Corpus { get; private set; } = null!;

    public FacetCounts Roles => Distribution(Facet.Role);

    public FacetCounts KindsOfEvidence => Distribution(Facet.EvidenceKind);

    public IEnumerable<FacetCounts> Charts => Charted.Select(Distribution).Where(chart => chart.Values.Count > 0);

    public int CountOf(string role) => Roles.Values.FirstOrDefault(value => value.Value == role)?.Count ?? 0;

    public object Answer => Corpus;

    public ITable Rows => Table.Of(
        from distribution in Corpus.Distributions
        from value in distribution.Values
        select new DistributionLine(
            FacetWords.Key(distribution.Facet), value.Value, value.Label, value.Count, ClaimsAddress.To(distribution.Facet, value.Value)));

    public async Task OnGetAsync(CancellationToken cancellation) => Corpus = await overview.ReadAsync(cancellation);

    private FacetCounts Distribution(Facet facet) =>
        Corpus.Distributions.FirstOrDefault(distribution => distribution.Facet == facet) ?? new(facet, []);

    private sealed record DistributionLine(string Facet, string Value, string Label, int Passages, string Address);
}
