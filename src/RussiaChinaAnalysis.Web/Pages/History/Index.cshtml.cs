using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.History;

/// <summary>The administrator's audit log.</summary>
public sealed class IndexModel(HistoryBrowser history) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];

    public long? Next => Changes.Count == PageSize ? Changes[^1].Id : null;

    public async Task OnGetAsync(long? before, CancellationToken cancellation) =>
        Changes = await history.ListAllAsync(User.FindActor()?.PersonId, before, PageSize, cancellation);
}
