using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>The builder: for a new report under <c>/reports/new</c>, for an old one under <c>/reports/{id}/edit</c>.</summary>
public sealed class EditModel(ReportStore reports, ThemeBrowser themes, DocumentBrowser documents, NoteBrowser notes) : PageModel
{
    private const int MostDocuments = 200;
    private const int MostNotes = 200;
    private const int ShownLetters = 90;

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    public int? Id { get; private set; }

    public IReadOnlyList<ThemeCount> Themes { get; private set; } = [];

    /// <summary>Those that can be chosen, the chosen one always among them: what no field holds would be lost when the form is saved.</summary>
    public IReadOnlyList<(string Id, string Title)> Documents { get; private set; } = [];

    /// <summary>The shared notes on passages that begin a thread, the last first, those chosen always among them.</summary>
    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];

    public ReportContent? Preview { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    internal static string Short(NoteRow note) => note.IsDeleted ? "Taken back" : Short(note.Body);

    private static string Short(string body) => body.Length <= ShownLetters ? body : $"{SeenText.Cut(body, ShownLetters)}…";

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        Id = id;
        if (id is { } existing)
        {
            if (await reports.FindAsync(existing, version: null, cancellation) is not { } report)
                return NotFound();
            Form = ReportForm.From(report.Definition, report.Token);
        }
        else
        {
            var query = Request.Query.Filter();
            Form = ReportForm.New(query.Filter);
        }

        await FillAsync(cancellation);
        Preview = await reports.PreviewAsync(Form.Read([]), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(int? id, CancellationToken cancellation)
    {
        Id = id;
        var problems = new List<string>();
        Preview = await reports.PreviewAsync(Form.Read(problems), cancellation);
        Problems = problems;
        if (Request.Headers["X-Preview"].Count > 0)
            return Partial("_Preview", this);
        await FillAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(int? id, CancellationToken cancellation)
    {
        Id = id;
        var problems = new List<string>();
        var definition = Form.Read(problems);
        if (problems.Count == 0)
        {
            var person = User.FindActor()?.Name;
            if (id is not { } existing)
                return Redirect(ReportAddress.To(await reports.CreateAsync(definition, person, cancellation)));
            switch (await reports.SaveAsync(existing, definition, Form.Token, person, cancellation))
            {
                case ReportSaving.Saved:
                    return Redirect(ReportAddress.To(existing));
                case ReportSaving.Missing:
                    return NotFound();
                case ReportSaving.Collided collided:
                    problems.Add($"Somebody else saved version {collided.Version} of this report in the meantime. What you wrote is still here: compare it with the report as it is now, and save again to make yours the next version.");
                    ModelState.Remove("Form.Token");
                    Form.Token = (await reports.FindAsync(existing, version: null, cancellation))?.Token;
                    Response.StatusCode = StatusCodes.Status409Conflict;
                    break;
            }
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Problems = problems;
        Preview = await reports.PreviewAsync(definition, cancellation);
        await FillAsync(cancellation);
        return Page();
    }

    private async Task FillAsync(CancellationToken cancellation)
    {
        Themes = await themes.ListAsync(cancellation);
        Documents = await DocumentsAsync(cancellation);
        Notes = await notes.OnPassagesAsync(Form.ChosenNotes, MostNotes, cancellation);
    }

    private async Task<IReadOnlyList<(string Id, string Title)>> DocumentsAsync(CancellationToken cancellation)
    {
        var first = (await documents.ListAsync(after: null, MostDocuments, cancellation)).Documents
            .Select(document => (Id: document.Id.ToString(CultureInfo.InvariantCulture), document.Title)).ToList();
        if (Form.Document is not { Length: > 0 } chosen || first.Any(document => document.Id == chosen))
            return first;
        var title = int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await documents.TitleAsync(id, cancellation) : null;
        return [(chosen, title ?? $"Document {chosen}"), .. first];
    }
}
