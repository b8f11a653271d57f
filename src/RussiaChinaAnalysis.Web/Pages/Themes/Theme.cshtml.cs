using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

public sealed class ThemeModel(ThemeBrowser themes, PassageBrowser passages) : PageModel, IDataPage
{
    /// <summary>What one page shows; the list of claims has the rest.</summary>
    private const int Shown = 100;
    private const int TablePart = 200;

    public ThemeView View { get; private set; } = null!;

    public ThemeCount? Parent { get; private set; }

    public PassagePage Passages { get; private set; } = null!;

    public object Answer => new { Theme = View, Parent = Parent?.Theme, Passages.Total, Passages = Passages.Rows };

    public ITable Rows => Table.Of(AllAsync(HttpContext.RequestAborted));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await themes.FindAsync(slug, cancellation) is not { } view)
            return NotFound();

        View = view;
        if (view.Theme.Parent is { } parent)
            Parent = (await themes.FindAsync(parent, cancellation))?.Theme;
        Passages = await passages.ListAsync(Query(Shown), cancellation);
        return Page();
    }

    private PassageQuery Query(int size) => new(Filter, PassageSort.Document, Size: size);

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

    private async IAsyncEnumerable<PassageLine> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var part = await passages.ListAsync(Query(TablePart) with { After = after }, cancellation);
            foreach (var row in part.Rows)
                yield return PassageLine.Of(row);
            after = part.Next;
        }
        while (after is not null);
    }
}
