using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Notes;

public sealed class IndexModel(NoteBrowser notes) : PageModel
{
    private const int PageSize = 30;

    public static IReadOnlyList<(NoteFilter Filter, string Name)> Filters { get; } =
    [
        (NoteFilter.Open, "Open"),
        (NoteFilter.ForMe, "For me"),
        (NoteFilter.Mine, "Mine"),
        (NoteFilter.Resolved, "Resolved"),
        (NoteFilter.Astray, "Lost their words"),
        (NoteFilter.All, "All"),
    ];

    public NoteFilter Filter { get; private set; }

    public IReadOnlyList<NoteThread> Threads { get; private set; } = [];

    public int? Next => Threads.Count == PageSize ? Threads[^1].First.Id : null;

    public async Task OnGetAsync(string? show, int? before, CancellationToken cancellation)
    {
        Filter = Enum.GetValues<NoteFilter>().FirstOrDefault(filter => FacetWords.Key(filter) == show, NoteFilter.Open);
        Threads = await notes.ListAsync(Filter, User.FindActor()?.PersonId, before, PageSize, cancellation);
    }
}
