using System.Security.Claims;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>Gathers what can be done to a passage; who may only read gets its notes and its history.</summary>
public sealed class PassageEditingReader(
    NoteBrowser notes, HistoryBrowser history, RelationBrowser relations, DocumentBrowser documents, ThemeBrowser themes)
{
    /// <summary>How many passages on either side are offered to be linked or merged with.</summary>
    private const int Nearest = 60;

    public async Task<PassageEditing> ReadAsync(ClaimsPrincipal user, PassageView view, CancellationToken cancellation)
    {
        var (viewer, mayEdit) = (user.FindActor(), user.May(PersonRole.Editor));
        var row = view.Row;
        var threads = await notes.OfPassageAsync(row.Id, viewer?.PersonId, cancellation);
        ThreadView[] views = [.. threads.Select(thread => new ThreadView(thread, mayEdit, viewer, Paths.Passage(row.Id)))];
        var changes = await history.OfRowAsync(nameof(Passage), row.Id, viewer?.PersonId, cancellation);
        if (!mayEdit)
            return new(view, [], views, [], [], changes, MayEdit: false);
        // Null when the document has gone since.
        var document = await documents.FindAsync(row.DocumentId, cancellation);
        return new(
            view,
            await relations.OfPassageAsync(row.Id, cancellation),
            views,
            await themes.ListAsync(cancellation),
            [.. (document?.Passages ?? []).Where(other => other.Id != row.Id && Math.Abs(other.Ordinal - row.Ordinal) <= Nearest)],
            changes,
            MayEdit: true);
    }
}
