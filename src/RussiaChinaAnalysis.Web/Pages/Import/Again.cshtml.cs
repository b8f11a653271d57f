using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>Has the whole corpus read anew, and says what that changed.</summary>
public sealed class AgainModel(JobQueue queue) : PageModel
{
    private const int Recent = 5;

    public IReadOnlyList<(Job Job, ReextractionReport? Report)> Runs { get; private set; } = [];

    public bool IsUnderWay => Runs.Any(run => run.Job.State is JobState.Waiting or JobState.Running);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Runs = [.. (await queue.ListAsync(Reextraction.JobKind, Recent, cancellation))
            .Select(job => (job, job.Result is { } result ? JsonSerializer.Deserialize<ReextractionReport>(result) : null))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        // One run at a time: a second would find nothing to change.
        if (!IsUnderWay)
            await queue.AddAsync(Reextraction.JobKind, payload: string.Empty, User.Actor().Name, cancellation);
        return Redirect("/import/again");
    }

    public async Task<IActionResult> OnPostCancelAsync(int job, CancellationToken cancellation)
    {
        await queue.CancelAsync(job, cancellation);
        return Redirect("/import/again");
    }
}
