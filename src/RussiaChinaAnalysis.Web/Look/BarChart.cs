using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Web.Pages.Claims;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>A table whose figures are drawn as bars, each leading to what it counts.</summary>
/// <param name="Caption">What is counted; read out, and shown as the heading.</param>
/// <param name="Unit">The heading of the figures.</param>
public sealed record BarChart(string Caption, string Unit, IReadOnlyList<BarRow> Rows)
{
    public static BarChart Of(FacetCounts facet) => new(FacetWords.Name(facet.Facet), "Passages",
    [
        .. facet.Values.Select(value => new BarRow(
            value.Label,
            value.Count,
            ClaimsAddress.To(facet.Facet, value.Value),
            Signs.Icon(facet.Facet, value.Value),
            facet.Facet switch
            {
                Facet.Role => $"is-{value.Value}",
                Facet.EvidenceKind => "is-evidence",
                Facet.Stance when value.Value == "opp" => "is-against",
                Facet.Theme => $"theme-{value.Value}",
                _ => null,
            })),
    ]);

    public static BarChart Of(IEnumerable<ThemeCount> themes) => new("Themes", "Passages",
    [
        .. themes.Select(theme => new BarRow(
            theme.Theme.Name,
            theme.CountWithChildren,
            ClaimsAddress.To(Facet.Theme, theme.Theme.Slug),
            null,
            $"theme-{theme.Theme.Slug} {(theme.Parent is null ? null : "below")}")),
    ]);

    public double Share(BarRow row) => (double)row.Count / Math.Max(1, Rows.Max(other => other.Count));
}

/// <param name="Class">Gives the bar its colour.</param>
public sealed record BarRow(string Label, int Count, string Address, string? Icon, string? Class);
