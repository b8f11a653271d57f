using System.Text;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>Takes files in; how long that lasts is up to the sender's line.</summary>
[DisableRequestTimeout]
public sealed class IndexModel(ImportDesk desk, ImportBrowser imports, ImportLimits limits) : PageModel
{
    private const int Recent = 10;

    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    [BindProperty]
    [AsWritten]
    public string? Text { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public bool IsMarkdown { get; set; }

    public IReadOnlyList<ImportSummary> Earlier { get; private set; } = [];

    public string? Problem { get; private set; }

    public static string Endings => string.Join(", ", DocumentReaders.Default.Extensions.Append(".zip"));

    public string LargestFile => ImportWords.Size(limits.FileBytes);

    public string LargestImport => ImportWords.Size(limits.ImportBytes);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Earlier = await imports.ListAsync(Recent, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var files = Files.Where(file => !string.IsNullOrEmpty(file.FileName)).Select(file => new HandedFile(file.FileName, file.OpenReadStream()));
        if (!string.IsNullOrWhiteSpace(Text))
            files = files.Append(new HandedFile(PastedName(), new MemoryStream(Encoding.UTF8.GetBytes(Text)), Title));
        var handed = files.ToList();
        if (handed.Count > 0)
            return RedirectToPage("Import", new { id = await desk.HandInAsync(handed, User.Actor().Name, cancellation) });

        Problem = "Nothing to import: choose a file or paste a text.";
        Earlier = await imports.ListAsync(Recent, cancellation);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>What was pasted has no name; its title stands in for one, and becomes the title again.</summary>
    private string PastedName()
    {
        var name = string.Concat((Title ?? "").Select(character => char.IsLetterOrDigit(character) ? character : ' '));
        name = string.Join('-', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (name.Length is > 0 and <= 80 ? name : "Pasted-text") + (IsMarkdown ? ".md" : ".txt");
    }
}
