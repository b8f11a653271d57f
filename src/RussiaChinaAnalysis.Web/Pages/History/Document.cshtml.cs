using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.History;

/// <summary>What people did to a document, and how it was at a moment.</summary>
public sealed class DocumentModel(DocumentBrowser documents, HistoryBrowser history, PastDocuments pasts) : PageModel
{
    private const int PageSize = 50;

    public int Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? Moment { get; private set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    public IReadOnlyList<PastPassage>? Past { get; private set; }

    public long? Next => Changes.Count == PageSize ? Changes[^1].Id : null;

    public async Task<IActionResult> OnGetAsync(int id, string? at, long? before, CancellationToken cancellation)
    {
        if (await documents.FindAsync(id, cancellation) is not { } document)
            return NotFound();
        (Id, Title) = (id, document.Summary.Title);
        if (DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment))
            (Moment, Past) = (moment, await pasts.AsOfAsync(id, moment, cancellation));
        else if (!string.IsNullOrWhiteSpace(at))
            Problem = $"“{at}” is no moment; write it as 2026-01-31T12:00:00.";
        if (Past is null)
            Changes = await history.ListAsync(id, User.FindActor()?.PersonId, before, PageSize, cancellation);
        return Page();
    }
}
