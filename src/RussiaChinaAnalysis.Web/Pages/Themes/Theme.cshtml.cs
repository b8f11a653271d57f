using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

public sealed class ThemeModel(ThemeBrowser themes, PassageBrowser passages) : PageModel, IDataPage
{
    /// <summary>What one page shows; the list of claims has the rest.</summary>
    private const int Shown = 100;

    public ThemeView View { get; private set; } = null!;

    public ThemeCount? Parent { get; private set; }

    public PassagePage Passages { get; private set; } = null!;

    public object Answer => new { Theme = View, Parent = Parent?.Theme, Passages.Total, Passages = Passages.Rows };

    public ITable Rows => Table.Of(passages.StreamAsync(Filter, PassageSort.Document, HttpContext.RequestAborted).Select(PassageLine.Of));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await themes.FindAsync(slug, cancellation) is not { } view)
            return NotFound();

        View = view;
        if (view.Theme.Parent is { } parent)
            Parent = (await themes.FindAsync(parent, cancellation))?.Theme;
        Passages = await passages.ListAsync(new PassageQuery(Filter, PassageSort.Document, Size: Shown), cancellation);
        return Page();
    }

    /// <summary>What argues: context has no part in the theme's page.</summary>
    private PassageFilter Filter => new()
    {
        Choices =
        [
            new FacetChoice(Facet.Theme, View.Theme.Theme.Slug),
            new FacetChoice(Facet.Role, "claim"),
            new FacetChoice(Facet.Role, "evidence"),
        ],
    };
}
