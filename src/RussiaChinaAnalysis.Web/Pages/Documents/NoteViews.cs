using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Pages.Shared;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>Puts together what stands beside an essay about its passages: their relations, threads and connections.</summary>
/// <param name="relations">All of the document, by id; those that bear on relations too.</param>
internal sealed class NoteViews(
    DocumentView document, IReadOnlyDictionary<int, RelationState> relations, IReadOnlyList<NoteThread> threads, Func<NoteThread, ThreadView> view)
{
    /// <summary>What is selected and filtered for.</summary>
    public required ReaderAddress Address { get; init; }

    public required bool MayEdit { get; init; }

    /// <summary>Whether the theme filter leaves the passage in the foreground. A broader theme holds what is about a narrower one.</summary>
    public bool IsAbout(PassageRow passage) => Address.Theme is null || ThemesOf(passage).Contains(Address.Theme);

    /// <summary>The slugs of the themes that it bears on, and of those above them.</summary>
    public IReadOnlyList<string> ThemesOf(PassageRow passage)
    {
        var slugs = passage.Themes.Select(theme => theme.Slug).ToList();
        for (var next = 0; next < slugs.Count; next++)
        {
            if (ParentThemes.GetValueOrDefault(slugs[next]) is { } parent && !slugs.Contains(parent))
                slugs.Add(parent);
        }

        return slugs;
    }

    public NoteView Of(PassageRow passage) => new(
        passage,
        new FiguresView(passage, span => span.Of(document.Text)),
        Address.At(passage.Id),
        passage.Id == Address.Passage,
        IsAbout(passage),
        ThemesOf(passage),
        [
            .. Outgoing[passage.Id].OrderBy(IsOpen).SelectMany(relation => Links(StateOf(relation), Signs.Says(relation.Kind), relation.To)).Select(WithThreads),
            .. RelationsFrom[passage.Id].SelectMany(relation => Links(relation, $"{Signs.Says(relation.Kind)} the step from", relations[relation.ToLink!.Value].From)).Select(WithThreads),
        ],
        [.. Incoming[passage.Id].OrderBy(IsOpen).SelectMany(relation => Links(StateOf(relation), Signs.SaysOfTarget(relation.Kind), relation.From))],
        [.. Connections[passage.Id]])
    {
        Threads = [.. ThreadsByPassage[passage.Id].Select(view)],
        Token = MayEdit ? passage.Token : null,
    };

    /// <summary>What somebody said comes before what is only proposed.</summary>
    private static bool IsOpen(RelationRow relation) => relation.Status != Status.Accepted;

    /// <summary>As it was when the passages were read: whoever changes what has been changed since is told.</summary>
    private static RelationState StateOf(RelationRow relation) =>
        new(relation.Id, relation.From, ToLink: null, relation.Kind, relation.Status, relation.Token);

    /// <summary>One link, or none when somebody removed or rejected it, or removed an end of it, while this page was read.</summary>
    private IEnumerable<NoteRelation> Links(RelationState link, string says, int other)
    {
        if (!relations.TryGetValue(link.Id, out var relation) || relation.Status == Status.Rejected || !PassagesById.TryGetValue(other, out var passage))
            yield break;
        yield return new NoteRelation(link.Id, link.Kind, says, passage)
        {
            Token = MayEdit ? link.Token : null,
            Bearing = [.. RelationsOnto[link.Id].SelectMany(bearing => Links(bearing, $"The step: {Signs.SaysOfTarget(bearing.Kind).ToLowerInvariant()}", bearing.From))],
        };
    }

    /// <summary>Notes on a link stand where it starts, and nowhere else.</summary>
    private NoteRelation WithThreads(NoteRelation link) => link with { Threads = [.. ThreadsByLink[link.Id].Select(view)] };

    private ILookup<int, RelationState> RelationsOnto => field ??= OnRelations.ToLookup(relation => relation.ToLink!.Value);

    private ILookup<int, RelationState> RelationsFrom => field ??= OnRelations.ToLookup(relation => relation.From);

    /// <summary>Links that bear on links of this document, in the order in which they were made. Neither they nor what they bear on is rejected.</summary>
    private IEnumerable<RelationState> OnRelations => relations.Values
        .Where(relation => relation.Status != Status.Rejected && relation.ToLink is { } onto && relations.TryGetValue(onto, out var target) && target.Status != Status.Rejected)
        .OrderBy(relation => relation.Id);

    private ILookup<int?, NoteThread> ThreadsByLink => field ??= threads.ToLookup(thread => thread.First.RelationId);

    private ILookup<int?, NoteThread> ThreadsByPassage => field ??= threads.ToLookup(thread => thread.First.PassageId);

    private Dictionary<string, string?> ParentThemes => field ??= document.Themes.ToDictionary(theme => theme.Theme.Slug, theme => theme.Parent);

    private Dictionary<int, PassageRow> PassagesById => field ??= document.Passages.Concat(document.Beyond).ToDictionary(passage => passage.Id);

    private ILookup<int, RelationRow> Outgoing => field ??= document.Relations.ToLookup(relation => relation.From);

    private ILookup<int, RelationRow> Incoming => field ??= document.Relations.ToLookup(relation => relation.To);

    private ILookup<int, ConnectionEnd> Connections => field ??= document.Connections.ToLookup(connection => connection.PassageId);
}
