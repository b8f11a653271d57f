using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Revise;

namespace RussiaChinaAnalysis.Web.Pages.Documents.Versions;

public sealed class IndexModel(RevisionBrowser revisions) : PageModel
{
    public DocumentHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await revisions.HistoryAsync(id, cancellation) is not { } history)
            return NotFound();
        History = history;
        return Page();
    }
}
