using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

/// <summary>A codebook from a file: what it would change is shown first. The file waits in the page meanwhile, not on the server.</summary>
public sealed class ImportModel(CodebookImport codebook) : PageModel
{
    /// <summary>Null while no file has been looked at.</summary>
    public CodebookPlan? Plan { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file in Base64.</summary>
    public string FileContent { get; private set; } = "";

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
            return Refuse("Choose a file first.");
        if (file.Length > CodebookFile.LargestBytes)
            return Refuse($"{file.FileName} is larger than {CodebookFile.LargestBytes} bytes; divide it.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        return await ShowAsync(Path.GetFileName(file.FileName), content.ToArray(), [], cancellation);
    }

    /// <param name="name">The file that was looked at.</param>
    /// <param name="state">Of the codebook with which it was compared.</param>
    public async Task<IActionResult> OnPostStoreAsync(string? name, string? content, string? state, CancellationToken cancellation)
    {
        var bytes = new byte[CodebookFile.LargestBytes];
        if (!Convert.TryFromBase64String(content ?? "", bytes, out var length))
            return Refuse("The file did not come through whole. Choose it again.");
        var file = bytes[..length];
        return await codebook.StoreAsync(User.Actor(), name ?? "", file, state ?? "", cancellation) switch
        {
            EditResult.Done done => LocalRedirect($"/themes?{Saved.Key}={done.Change}"),
            EditResult.Refused refused => await ShowAsync(name ?? "", file, [refused.Message], cancellation),
            EditResult.Collision collision => await ShowAsync(name ?? "", file, [collision.Message], cancellation),
            _ => LocalRedirect("/themes"),
        };
    }

    private async Task<IActionResult> ShowAsync(string name, byte[] content, IReadOnlyList<string> problems, CancellationToken cancellation)
    {
        var plan = await codebook.PlanAsync(name, content, cancellation);
        Problems = [.. problems.Concat(plan.Problems).Distinct()];
        if (Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (plan.Themes.Count > 0)
            (Plan, FileName, FileContent) = (plan, name, Convert.ToBase64String(content));
        return Page();
    }

    private PageResult Refuse(string problem)
    {
        Problems = [problem];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
