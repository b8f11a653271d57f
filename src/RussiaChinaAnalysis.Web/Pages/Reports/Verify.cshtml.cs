using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Reports.Verify;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>Stores nothing, so whoever may read may check.</summary>
public sealed class VerifyModel(ReportVerifier verifier) : PageModel
{
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
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        switch (await verifier.VerifyAsync(new SourceFile(Path.GetFileName(file.FileName), content.ToArray()), cancellation))
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
