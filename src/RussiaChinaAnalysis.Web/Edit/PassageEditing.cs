using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>Everything that can be done to one passage without script, and what was done to it.</summary>
public sealed record PassageEditing(
    PassageView View,
    Guid Token,
    IReadOnlyList<EditableLink> Links,
    IReadOnlyList<ThreadView> Threads,
    IReadOnlyList<ThemeCount> Codebook,
    IReadOnlyList<PassageRow> Others,
    IReadOnlyDictionary<int, Guid> Tokens,
    IReadOnlyList<ChangeRow> History,
    bool MayEdit)
{
    /// <summary>How many passages on either side are offered to be linked or merged with.</summary>
    private const int Nearest = 60;

    public string Back => Look.Paths.Passage(View.Row.Id);

    /// <summary>The words of the passage's paragraph, with their places in the document's text.</summary>
    public IReadOnlyList<(TextSpan Span, string Word)> Words { get; } =
        WordSpans.In(View.Before + View.Row.Quote + View.After, View.Block.Start);

    public static async Task<PassageEditing?> ReadAsync(HttpContext http, PassageView view, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var (viewer, mayEdit) = (http.User.FindActor(), http.User.May(PersonRole.Editor));
        var row = view.Row;
        var threads = await services.GetRequiredService<NoteBrowser>().OfPassageAsync(row.Id, viewer?.PersonId, cancellation);
        var history = await services.GetRequiredService<HistoryBrowser>().OfRowAsync(nameof(Passage), row.Id, viewer?.PersonId, cancellation);
        var links = services.GetRequiredService<LinkBrowser>();
        if (!mayEdit)
            return new(view, default, [], Views(threads), [], [], new Dictionary<int, Guid>(), history, false);
        var tokens = await links.TokensAsync(row.DocumentId, cancellation);
        if (!tokens.TryGetValue(row.Id, out var token))
            return null;
        var document = await services.GetRequiredService<DocumentBrowser>().FindAsync(row.DocumentId, cancellation);
        return new(
            view,
            token,
            await links.OfPassageAsync(row.Id, cancellation),
            Views(threads),
            await services.GetRequiredService<ThemeBrowser>().ListAsync(cancellation),
            [.. document!.Passages.Where(other => other.Id != row.Id && tokens.ContainsKey(other.Id) && Math.Abs(other.Ordinal - row.Ordinal) <= Nearest)],
            tokens,
            history,
            true);

        IReadOnlyList<ThreadView> Views(IReadOnlyList<NoteThread> all) =>
            [.. all.Select(thread => new ThreadView(thread, mayEdit, viewer, Look.Paths.Passage(row.Id)))];
    }

    public string Told(EditableLink link) => link switch
    {
        { ToLink: { } id } => $"{Look.Signs.Says(link.Kind)} link {id}",
        _ when link.From == View.Row.Id => $"{Look.Signs.Says(link.Kind)} {Short(link.ToQuote!)}",
        _ => $"{Look.Signs.SaysOfTarget(link.Kind)} {Short(link.FromQuote)}",
    };

    public static string Short(string quote) => quote.Length <= 90 ? quote : $"{quote[..90]}…";
}
