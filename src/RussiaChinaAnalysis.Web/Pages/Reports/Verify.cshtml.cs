using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Reports.Verify;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Downloads;
using RussiaChinaAnalysis.Web.Pages.Import;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>Stores nothing, so whoever may read may check.</summary>
[RequestTimeout(CorpusDownloads.PatienceMilliseconds)]
public sealed class VerifyModel(ReportVerifier verifier, ImportLimits limits) : PageModel
{
    private const long Megabyte = 1024 * 1024;

    public static IReadOnlyList<(ReferenceState State, string Name, string Icon, string Kind)> States { get; } =
    [
        (ReferenceState.Unchanged, "Unchanged", "check", "good"),
        (ReferenceState.Moved, "Moved", "restates", ""),
        (ReferenceState.TextChanged, "Text changed", "warning", "bad"),
        (ReferenceState.DecisionChanged, "Decision changed", "warning", "bad"),
        (ReferenceState.Gone, "Gone", "not", "bad"),
    ];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string? Problem { get; private set; }

    public VerificationOutcome.Done? Outcome { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is not { Length: > 0 } file)
            return Refuse("Choose a report to check.");
        if (User.FindActor() is null && file.Length > limits.FileBytes)
            return Refuse($"Without an account a report of up to {limits.FileBytes / Megabyte} MB can be checked. Sign in to check this one.");
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, cancellation);
        switch (await verifier.VerifyAsync(new SourceFile(Path.GetFileName(file.FileName), content), cancellation))
        {
            case VerificationOutcome.Done done:
                Outcome = done;
                return Page();
            case VerificationOutcome.Refused refused:
                return Refuse(refused.Message);
            default:
                throw new InvalidOperationException("A check is done or refused.");
        }
    }

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
