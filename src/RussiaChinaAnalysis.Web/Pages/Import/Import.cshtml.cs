using System.Diagnostics;
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

    /// <summary>Long essays take longer, and a page is waited for no longer than this for the sake of one more.</summary>
    private static readonly TimeSpan PreviewTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<int, string> mistakes = [];

    public ImportView Import { get; private set; } = null!;

    /// <summary>What the form shows, by file.</summary>
    public IReadOnlyDictionary<int, FileForm> Forms { get; private set; } = new Dictionary<int, FileForm>();

    /// <summary>What is wrong in the form, by file.</summary>
    public IReadOnlyDictionary<int, string> Mistakes => mistakes;

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
        Forms = ToConfirm.ToDictionary(file => file.Id, file => FileForm.Read(Request.Form, file));
        var decisions = Decide();
        if (mistakes.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        // Nobody replaces a version without having seen what that changes.
        var unseen = decisions.Where(pair => pair.Value is { RevisionOf: not null, SeenVersion: null })
            .ToDictionary(pair => pair.Key, pair => pair.Value.RevisionOf!.Value);
        if (unseen.Count > 0 && import.Summary.Step == ImportStep.Review)
        {
            await PreviewAsync(unseen, cancellation);
            return Page();
        }

        // When somebody else was first, the page shows what they did.
        if (await desk.ConfirmAsync(id, decisions, User.Actor().Name, cancellation) is not { Outdated: { Count: > 0 } outdated })
            return Redirect(Paths.Import(id));
        foreach (var file in outdated)
            mistakes[file] = "A new version of this document came in meanwhile. Look at what would change now, then store it.";
        await PreviewAsync(outdated.ToDictionary(file => file, file => decisions[file].RevisionOf!.Value), cancellation);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellation)
    {
        await desk.CancelAsync(id, cancellation);
        return Redirect(Paths.Import(id));
    }

    /// <summary>Notes as mistakes what cannot be done.</summary>
    private Dictionary<int, FileDecision> Decide()
    {
        var known = Documents.Select(document => document.Id).ToHashSet();
        var decisions = new Dictionary<int, FileDecision>();
        var revised = new HashSet<int>();
        foreach (var file in ToConfirm)
        {
            var decision = decisions[file.Id] = Forms[file.Id].Decide(file, known, out var problem);
            if (problem is not null)
                mistakes[file.Id] = problem;
            else if (decision.RevisionOf is { } document && !revised.Add(document))
                mistakes[file.Id] = "Another file above is to be a new version of the same document. Leave one of them out, and import it afterwards.";
        }

        return decisions;
    }

    private async Task PreviewAsync(IReadOnlyDictionary<int, int> documents, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var found = new Dictionary<int, RevisionView>();
        var files = Import.Files.ToDictionary(file => file.Id);
        var forms = Forms.ToDictionary();
        foreach (var (file, document) in documents.Take(PreviewsAtOnce))
        {
            if (await previews.FindAsync(file, document, forms[file].Corrections.Language, cancellation) is { } preview)
            {
                found.Add(file, preview.Changes);
                forms[file] = forms[file].Seeing(document, preview, files[file]);
            }
            else
            {
                mistakes[file] = "This file could not be read anew, so nobody can say what it would change. Leave it out.";
            }

            if (Stopwatch.GetElapsedTime(started) > PreviewTime)
                break;
        }

        (Previews, Forms) = (found, forms);
    }
}
