using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

public sealed class IndexModel(ThemeBrowser themes) : PageModel, IDataPage
{
    public IReadOnlyList<ThemeCount> Themes { get; private set; } = [];

    public int Largest => Themes.Select(theme => theme.CountWithChildren).DefaultIfEmpty().Max();

    public object Answer => new { Themes };

    public ITable Rows => Table.Of(Themes.Select(theme => new ThemeLine(
        theme.Theme.Slug,
        theme.Theme.Name,
        theme.Parent,
        theme.Definition,
        theme.Theme.Colour,
        theme.Count,
        theme.CountWithChildren,
        theme.Claims,
        theme.Evidence,
        theme.Documents,
        Paths.Theme(theme.Theme.Slug))));

    /// <param name="parent">Null for the themes at the top.</param>
    public IEnumerable<ThemeCount> Below(string? parent) => Themes.Where(theme => theme.Parent == parent);

    public async Task OnGetAsync(CancellationToken cancellation) => Themes = await themes.ListAsync(cancellation);

    private sealed record ThemeLine(
        string Slug,
        string Name,
        string? Parent,
        string Definition,
        string Colour,
        int Passages,
        int PassagesWithNarrowerThemes,
        int Claims,
        int Evidence,
        int Documents,
        string Address);
}
