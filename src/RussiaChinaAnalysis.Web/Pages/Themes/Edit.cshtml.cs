using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Codebook;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

/// <summary>One theme as its form; the theme called <c>new</c> is a new one.</summary>
public sealed class EditModel(CodebookEditor codebook, ThemeBrowser themes) : PageModel
{
    /// <summary>Null for a new one.</summary>
    public EditableTheme? Theme { get; private set; }

    public ThemeReach? Reach { get; private set; }

    public IReadOnlyList<ThemeCount> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (slug != "new")
        {
            if (await codebook.FindAsync(slug, cancellation) is not { } found)
                return NotFound();
            (Theme, Reach) = found;
        }

        Others = [.. (await themes.ListAsync(cancellation)).Where(other => other.Theme.Slug != slug)];
        return Page();
    }
}
