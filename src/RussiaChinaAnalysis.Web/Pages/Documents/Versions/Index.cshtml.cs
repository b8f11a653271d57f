using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Documents.Versions;

[WritingRequires(PersonRole.Editor)]
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

    public async Task<IActionResult> OnPostSettleAsync(int id, int passage, CancellationToken cancellation)
    {
        await revisions.SettleAsync(id, passage, cancellation);
        return Redirect(Paths.Versions(id));
    }
}
