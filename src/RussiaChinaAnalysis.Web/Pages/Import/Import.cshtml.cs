using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>One import through its steps: being read, to be confirmed, being stored, and the report at the end.</summary>
public sealed class ImportModel(ImportDesk desk, ImportBrowser imports, ImportPreview previews) : PageModel
{
    /// <summary>Few files are done in a moment; then the browser need not come back for them.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>What a revision changes takes a while to find out, so a page shows so many and the next page the next.</summary>
    private const int PreviewsAtOnce = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public ImportView Import { get; private set; } = null!;

    /// <summary>What the form shows, by file.</summary>
    public IReadOnlyDictionary<int, FileForm> Forms { get; private set; } = new Dictionary<int, FileForm>();

    /// <summary>What is wrong in the form, by file.</summary>
    public IReadOnlyDictionary<int, string> Mistakes { get; private set; } = new Dictionary<int, string>();

    /// <summary>What would change, by file.</summary>
    public IReadOnlyDictionary<int, RevisionView> Previews { get; private set; } = new Dictionary<int, RevisionView>();

    public IReadOnlyList<DocumentName> Documents { get; private set; } = [];

    public bool IsUnderWay => Import.Summary.Step is ImportStep.Reading or ImportStep.Storing && Import.Job.IsUnderWay;

    public IEnumerable<ImportFileView> ToConfirm => Import.Files.Where(file => file.State == ImportFileState.Readable);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        var patience = DateTime.UtcNow + Moment;
        while (await imports.FindAsync(id, cancellation) is { } import)
        {
            Import = import;
            if (IsUnderWay && DateTime.UtcNow < patience)
            {
                await Task.Delay(Look, cancellation);
                continue;
            }

            if (import.Summary.Step == ImportStep.Review)
            {
                Documents = await imports.DocumentsAsync(cancellation);
                Forms = ToConfirm.ToDictionary(file => file.Id, FileForm.Proposed);
                await PreviewAsync(ToConfirm.Where(file => file.RevisionOf is not null).ToDictionary(file => file.Id, file => file.RevisionOf!.Id), cancellation);
            }

            return Page();
        }

        return NotFound();
    }

    public async Task<IActionResult> OnPostStoreAsync(int id, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is not { } import)
            return NotFound();
        Import = import;
        Documents = await imports.DocumentsAsync(cancellation);
        Forms = ToConfirm.ToDictionary(file => file.Id, file => FileForm.Read(Request.Form, file.Id));
        var known = Documents.Select(document => document.Id).ToHashSet();
        var decisions = new Dictionary<int, FileDecision>();
        var mistakes = new Dictionary<int, string>();
        foreach (var (file, form) in Forms)
        {
            decisions[file] = form.Decide(known, out var problem);
            if (problem is not null)
                mistakes[file] = problem;
        }

        if (mistakes.Count > 0)
        {
            Mistakes = mistakes;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // Nobody replaces a version without having seen what that changes.
        var unseen = decisions.Where(pair => pair.Value.RevisionOf is { } document && Forms[pair.Key].Seen != document)
            .ToDictionary(pair => pair.Key, pair => pair.Value.RevisionOf!.Value);
        if (unseen.Count > 0 && import.Summary.Step == ImportStep.Review)
        {
            await PreviewAsync(unseen, cancellation);
            return Page();
        }

        // When somebody else was first, the page shows what they did.
        await desk.ConfirmAsync(id, decisions, User.Actor().Name, cancellation);
        return Redirect(Paths.Import(id));
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellation)
    {
        await desk.CancelAsync(id, cancellation);
        return Redirect(Paths.Import(id));
    }

    private async Task PreviewAsync(IReadOnlyDictionary<int, int> documents, CancellationToken cancellation)
    {
        var found = new Dictionary<int, RevisionView>();
        var forms = Forms.ToDictionary();
        foreach (var (file, document) in documents.Take(PreviewsAtOnce))
        {
            if (await previews.FindAsync(file, document, cancellation) is not { } preview)
                continue;
            found.Add(file, preview);
            forms[file] = forms[file] with { Seen = document };
        }

        (Previews, Forms) = (found, forms);
    }
}
