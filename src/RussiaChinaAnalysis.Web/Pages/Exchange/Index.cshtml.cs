using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Downloads;

namespace RussiaChinaAnalysis.Web.Pages.Exchange;

/// <summary>The corpus, or a selection of it, in the formats of other tools; and files of theirs into the corpus.</summary>
[WritingRequires(PersonRole.Editor)]
[RequestTimeout(CorpusDownloads.PatienceMilliseconds)]
public sealed class IndexModel(DataImport import, PassageBrowser passages) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string Selection { get; private set; } = "";

    public int Total { get; private set; }

    public string Query { get; private set; } = "";

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public ImportOutcome.Done? Outcome { get; private set; }

    public string? Refusal { get; private set; }

    public bool MayArchive => User.May(PersonRole.Administrator);

    public Task OnGetAsync(CancellationToken cancellation) => ReadSelectionAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is not { Length: > 0 } file)
        {
            Refusal = "Choose a file to take in.";
        }
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            var outcome = await import.ImportAsync(new SourceFile(Path.GetFileName(file.FileName), content.ToArray()), MayArchive, User.FindActor(), cancellation);
            Outcome = outcome as ImportOutcome.Done;
            Refusal = (outcome as ImportOutcome.Refused)?.Message;
        }

        if (Refusal is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadSelectionAsync(cancellation);
        return Page();
    }

    private async Task ReadSelectionAsync(CancellationToken cancellation)
    {
        var query = Request.Query.Filter();
        var found = await passages.ListAsync(new PassageQuery(query.Filter, Size: 1), cancellation);
        Selection = found.Description;
        Total = found.Total;
        Problems = [.. query.Problems, .. found.Problems];
        Query = PassageFilterQuery.ToQueryString(found.Filter);
    }
}
