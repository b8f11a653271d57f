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
    IReadOnlyList<EditableRelation> Links,
    IReadOnlyList<ThreadView> Threads,
    IReadOnlyList<ThemeCount> Codebook,
    IReadOnlyList<PassageRow> Others,
    IReadOnlyList<ChangeRow> History,
    bool MayEdit)
{
    /// <summary>How many passages on either side are offered to be linked or merged with.</summary>
    private const int Nearest = 60;

    public Guid Token => View.Row.Token;

    public string Back => Look.Paths.Passage(View.Row.Id);

    /// <summary>The words of the passage's paragraph, with their places in the document's text.</summary>
    public IReadOnlyList<(TextSpan Span, string Word)> Words { get; } =
        WordSpans.In(View.Before + View.Row.Quote + View.After, View.Block.Start);

    public static async Task<PassageEditing> ReadAsync(HttpContext http, PassageView view, CancellationToken cancellation)
    {
        var services = http.RequestServices;
        var (viewer, mayEdit) = (http.User.FindActor(), http.User.May(PersonRole.Editor));
        var row = view.Row;
        var threads = await services.GetRequiredService<NoteBrowser>().OfPassageAsync(row.Id, viewer?.PersonId, cancellation);
        var history = await services.GetRequiredService<HistoryBrowser>().OfRowAsync(nameof(Passage), row.Id, viewer?.PersonId, cancellation);
        var links = services.GetRequiredService<RelationBrowser>();
        if (!mayEdit)
            return new(view, [], Views(threads), [], [], history, false);
        // Null when the document has gone since.
        var document = await services.GetRequiredService<DocumentBrowser>().FindAsync(row.DocumentId, cancellation);
        return new(
            view,
            await links.OfPassageAsync(row.Id, cancellation),
            Views(threads),
            await services.GetRequiredService<ThemeBrowser>().ListAsync(cancellation),
            [.. (document?.Passages ?? []).Where(other => other.Id != row.Id && Math.Abs(other.Ordinal - row.Ordinal) <= Nearest)],
            history,
            true);

        IReadOnlyList<ThreadView> Views(IReadOnlyList<NoteThread> all) =>
            [.. all.Select(thread => new ThreadView(thread, mayEdit, viewer, Look.Paths.Passage(row.Id)))];
    }

    public string Told(EditableRelation link) => link switch
    {
        { ToLink: { } id } => $"{Look.Signs.Says(link.Kind)} link {id}",
        _ when link.From == View.Row.Id => $"{Look.Signs.Says(link.Kind)} {Short(link.ToQuote!)}",
        _ => $"{Look.Signs.SaysOfTarget(link.Kind)} {Short(link.FromQuote)}",
    };

    public static string Short(string quote) => quote.Length <= 90 ? quote : $"{quote[..90]}…";
}
