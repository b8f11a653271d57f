using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>A saved report. Its address can be given to whoever may read the corpus.</summary>
[WritingRequires(PersonRole.Reviewer)]
public sealed class ReportModel(ReportStore reports, ReportExport export) : PageModel
{
    public SavedReport Report { get; private set; } = null!;

    public IReadOnlyList<FormatDescription> Formats => export.Formats;

    public async Task<IActionResult> OnGetAsync(int id, int? version, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, version, cancellation) is not { } report)
            return NotFound();
        Report = report;
        return Page();
    }

    public async Task<IActionResult> OnPostRefreshAsync(int id, CancellationToken cancellation) =>
        await reports.SaveAsync(id, definition: null, token: null, User.FindActor()?.Name, cancellation) is ReportSaving.Missing
            ? NotFound()
            : Redirect(ReportAddress.To(id));

    public async Task<IActionResult> OnPostDeleteAsync(int id, CancellationToken cancellation) =>
        await reports.DeleteAsync(id, cancellation) ? Redirect("/reports") : NotFound();
}
