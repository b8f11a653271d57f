using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Import;

public sealed class IndexModel(DocumentIngest ingest, ImportOutcomes kept, CorpusOptions corpus) : PageModel
{
    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Author { get; set; }

    [BindProperty]
    public bool IsMarkdown { get; set; }

    public IReadOnlyList<ImportOutcome>? Outcomes { get; private set; }

    public string? Problem { get; private set; }

    public static string Endings => string.Join(", ", DocumentReaders.Default.Extensions);

    public string LargestFile => string.Create(CultureInfo.InvariantCulture, $"{corpus.MaximumFileBytes / 1024.0 / 1024.0:0.#} MB");

    public void OnGet(Guid? outcome)
    {
        if (outcome is not { } id)
            return;
        Outcomes = kept.Find(id);
        if (Outcomes is null)
            Problem = "What became of that import is no longer kept. The list of documents shows what was stored.";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcomes = new List<ImportOutcome>();
        foreach (var file in Files.Where(file => !string.IsNullOrEmpty(file.FileName)))
            outcomes.Add(await ImportAsync(Path.GetFileName(file.FileName), await ReadAsync(file, cancellation), Details(Files.Count == 1), cancellation));
        if (!string.IsNullOrWhiteSpace(Text))
            outcomes.Add(await ImportAsync(PastedName(), Encoding.UTF8.GetBytes(Text), Details(mayName: true), cancellation));
        if (outcomes.Count > 0)
            return RedirectToPage(new { outcome = kept.Keep(outcomes) });

        Problem = "Nothing to import: choose a file or paste a text.";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <param name="mayName">One title cannot hold for several files; an author can.</param>
    private DocumentDetails Details(bool mayName) => new(mayName ? Title : null, Author);

    private async Task<ImportOutcome> ImportAsync(string name, byte[] content, DocumentDetails details, CancellationToken cancellation) =>
        await ingest.IngestAsync(new SourceFile(name, content), details, cancellation) switch
        {
            IngestResult.Imported imported => new(name, ImportState.Imported, imported.DocumentId, $"{Signs.Counted(imported.Passages, "passage", "passages")} found."),
            IngestResult.Unchanged unchanged => new(name, ImportState.Unchanged, unchanged.DocumentId, "The same text is in the corpus already; nothing was stored."),
            IngestResult.Refused refused => new(name, ImportState.Refused, null, refused.Message),
            _ => throw new InvalidOperationException("An import is imported, unchanged or refused."),
        };

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream((int)Math.Min(file.Length, int.MaxValue));
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }

    private string PastedName()
    {
        var name = string.Concat((Title ?? "Pasted text").Select(character => char.IsLetterOrDigit(character) ? character : '-')).Trim('-');
        return (name.Length is > 0 and <= 80 ? name : "Pasted-text") + (IsMarkdown ? ".md" : ".txt");
    }
}
