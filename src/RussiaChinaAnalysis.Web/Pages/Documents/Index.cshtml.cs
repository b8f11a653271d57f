using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

public sealed class IndexModel(DocumentBrowser documents) : PageModel, IDataPage
{
    private const int PageSize = 50;
    private const int TablePart = 200;

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public DocumentPage Found { get; private set; } = null!;

    public object Answer => Found;

    public ITable Rows => Table.Of(AllAsync(HttpContext.RequestAborted));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        int? after = null;
        if (int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            after = id;
        else if (!string.IsNullOrWhiteSpace(After))
            Problems = [$"“{After}” is no place in this list; this is the first page."];
        Found = await documents.ListAsync(after, PageSize, cancellation);
    }

    private async IAsyncEnumerable<DocumentLine> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        int? after = null;
        do
        {
            var part = await documents.ListAsync(after, TablePart, cancellation);
            foreach (var document in part.Documents)
                yield return Line(document);
            after = part.Next;
        }
        while (after is not null);
    }

    private static DocumentLine Line(DocumentSummary document) => new(
        document.Id,
        document.Title,
        document.Author,
        document.Published,
        document.Language,
        document.Source,
        document.VersionNumber,
        document.ContentHash,
        document.ImportedAt,
        document.Words,
        document.Claims,
        document.ReportedClaims,
        document.Evidence,
        document.Context,
        string.Join(" | ", document.Theses.Select(thesis => thesis.Quote)),
        Paths.Document(document.Id));

    private sealed record DocumentLine(
        int Id,
        string Title,
        string? Author,
        string? Published,
        string? Language,
        string Source,
        int Version,
        string ContentHash,
        DateTime ImportedAt,
        int Words,
        int Claims,
        int ReportedClaims,
        int Evidence,
        int Context,
        string Theses,
        string Address);
}
