using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>
/// What people do to notes. Only its author rewrites a note; its author, or an administrator, takes it back; anybody who may
/// edit replies, resolves and reopens. What is private is there for its author alone. A token is that of the note as the person saw it.
/// </summary>
public sealed class NoteEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    /// <summary>How many places of a text one note can be about.</summary>
    public const int MostSpans = 50;

    public async Task<EditResult> WriteAsync(Actor actor, NoteTarget target, NoteDraft draft, CancellationToken cancellation)
    {
        if (draft.Problem() is { } problem)
            return new EditResult.Refused(problem);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (place, refusal) = await PlaceAsync(context, target, cancellation);
        if (place is null)
            return refusal!;
        return await AddAsync(context, actor, place, draft, parent: null, cancellation);
    }

    public Task<EditResult> ReplyAsync(Actor actor, int to, string body, CancellationToken cancellation) =>
        ReplyAsync(actor, to, new NoteDraft(Motivation.Replying, body), cancellation);

    /// <summary>A reply is as private as the thread that it belongs to, and its motivation is to reply.</summary>
    public async Task<EditResult> ReplyAsync(Actor actor, int to, NoteDraft draft, CancellationToken cancellation)
    {
        draft = draft with { Motivation = Motivation.Replying };
        if (draft.Problem() is { } problem)
            return new EditResult.Refused(problem);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, to, cancellation) is not { IsDeleted: false } parent)
            return Gone;
        var first = await NoteThreads.FirstAsync(context, parent, cancellation);
        if (first.IsPrivate && first.AuthorId != actor.PersonId)
            return Gone;
        var isPrivate = parent.IsPrivate || first.IsPrivate;
        if ((draft.IsPrivate ?? isPrivate) != isPrivate)
            return AsItsThread;
        return await AddAsync(
            context,
            actor,
            new(parent.DocumentId, parent.VersionId, parent.PassageId, parent.RelationId, parent.Spans),
            draft with { IsPrivate = isPrivate },
            parent,
            cancellation);
    }

    public async Task<EditResult> RewriteAsync(Actor actor, int id, Guid token, NoteDraft draft, CancellationToken cancellation)
    {
        if (draft.Problem() is { } problem)
            return new EditResult.Refused(problem);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, id, cancellation) is not { IsDeleted: false } note)
            return Gone;
        if (note.AuthorId != actor.PersonId)
            return NotYours;
        var isPrivate = draft.IsPrivate ?? note.IsPrivate;
        List<Annotation> replies = [];
        if (isPrivate != note.IsPrivate)
        {
            if (note.ParentId is not null && isPrivate != (await NoteThreads.FirstAsync(context, note, cancellation)).IsPrivate)
                return AsItsThread;
            replies = await NoteThreads.RepliesAsync(context, id, cancellation);
            if (isPrivate && replies.Exists(reply => reply.AuthorId != actor.PersonId))
                return new EditResult.Refused("Others have replied to this note, so it can no longer become private.");
        }

        context.Entry(note).Property(one => one.ConcurrencyToken).OriginalValue = token;
        var isPublished = note.IsPrivate && !isPrivate;
        note.Body = draft.Text;
        if (note.ParentId is null)
            note.Motivation = draft.Motivation;
        note.ModifiedAt = journal.Now;
        if (!isPublished)
        {
            SetPrivate(isPrivate);
            return await SaveAsync(context, actor, note, Actions.RewriteNote, "Rewrote a note", cancellation);
        }

        // Two changes, because the history that everybody sees must not hold what the words were while they were private.
        if (await SaveAsync(context, actor, note, Actions.RewriteNote, "Rewrote a note", cancellation) is not (EditResult.Done or EditResult.Unchanged) and var failure)
            return failure;
        SetPrivate(false);
        return await SaveAsync(context, actor, note, Actions.PublishNote, "Published a note", cancellation);

        void SetPrivate(bool value)
        {
            note.IsPrivate = value;
            foreach (var reply in replies)
                reply.IsPrivate = value;
        }
    }

    /// <summary>An administrator may, because somebody must be able to remove abuse; a private note harms nobody.</summary>
    public async Task<EditResult> TakeBackAsync(Actor actor, int id, Guid token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, id, cancellation) is not { IsDeleted: false } note)
            return Gone;
        if (note.AuthorId != actor.PersonId && actor.Role < PersonRole.Administrator)
            return NotYours;
        context.Entry(note).Property(one => one.ConcurrencyToken).OriginalValue = token;
        (note.IsDeleted, note.ModifiedAt) = (true, journal.Now);
        return await SaveAsync(context, actor, note, Actions.TakeNoteBack, "Took a note back", cancellation);
    }

    /// <param name="resolved">False reopens the thread.</param>
    public async Task<EditResult> ResolveAsync(Actor actor, int id, Guid token, bool resolved, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, actor, id, cancellation) is not { IsDeleted: false } note)
            return Gone;
        if (note.ParentId is not null)
            return new EditResult.Refused("A thread is resolved at its first note, not at a reply.");
        if (note.ResolvedAt is not null == resolved)
            return new EditResult.Unchanged(id);
        context.Entry(note).Property(one => one.ConcurrencyToken).OriginalValue = token;
        note.ResolvedAt = resolved ? journal.Now : null;
        return await SaveAsync(
            context, actor, note, resolved ? Actions.ResolveThread : Actions.ReopenThread, resolved ? "Resolved a thread" : "Reopened a thread", cancellation);
    }

    private async Task<EditResult> AddAsync(
        CorpusContext context, Actor actor, Place place, NoteDraft draft, Annotation? parent, CancellationToken cancellation)
    {
        var note = new Annotation
        {
            DocumentId = place.DocumentId,
            VersionId = place.VersionId,
            PassageId = place.PassageId,
            RelationId = place.RelationId,
            ParentId = parent?.Id,
            Motivation = draft.Motivation,
            Body = draft.Text,
            AuthorId = actor.PersonId,
            CreatedAt = journal.Now,
            ModifiedAt = journal.Now,
            IsPrivate = draft.IsPrivate ?? false,
            Spans = place.Spans,
            Canonical = draft.Canonical,
            Via = draft.Via,
        };
        context.Add(note);
        var summary = parent is not null ? "Replied to a note"
            : draft.Motivation == Motivation.Highlighting ? $"Highlighted {About(place)}"
            : $"Wrote a note on {About(place)}";
        return await SaveAsync(context, actor, note, parent is null ? Actions.WriteNote : Actions.ReplyToNote, summary, cancellation, place.Text);
    }

    private Task<EditResult> SaveAsync(
        CorpusContext context, Actor actor, Annotation note, string action, string summary, CancellationToken cancellation, VersionText? text = null) =>
        journal.SaveAsync(
            context,
            actor,
            new(action, summary, note.DocumentId, () => note.Id) { PrivateTo = note.IsPrivate ? note.AuthorId : null, Text = text },
            cancellation);

    private static async Task<(Place? Place, EditResult? Refusal)> PlaceAsync(CorpusContext context, NoteTarget target, CancellationToken cancellation)
    {
        switch (target)
        {
            case NoteTarget.OfPassage { Id: var id }:
                var passage = await context.Passages.SingleOrDefaultAsync(one => one.Id == id, cancellation);
                return passage is null
                    ? (null, new EditResult.Missing("There is no such passage any more."))
                    : (new Place(passage.DocumentId, passage.VersionId, id, null, []) { Words = passage.Quote }, null);
            case NoteTarget.OfRelation { Id: var id }:
                var relation = await context.Relations.Include(one => one.FromPassage).SingleOrDefaultAsync(one => one.Id == id, cancellation);
                return relation is null
                    ? (null, new EditResult.Missing("There is no such link any more."))
                    : (new Place(relation.FromPassage.DocumentId, relation.FromPassage.VersionId, null, id, []), null);
            case NoteTarget.OfDocument { Id: var id, Spans: var spans, Seen: var seen }:
                if (await VersionText.CurrentAsync(context, id, cancellation) is not { } text)
                    return (null, new EditResult.Missing("There is no such document."));
                // What is about the document as a whole counts nothing in its text.
                if (spans.Count > 0 && !text.Is(seen))
                    return (null, VersionText.Outdated);
                var words = spans.Select(text.Trim).ToList();
                if (words.Contains(null))
                    return (null, new EditResult.Refused("Select some words of the text first."));
                if (words.Count > MostSpans)
                    return (null, new EditResult.Refused($"A note is about at most {MostSpans} pieces of text; select fewer."));
                var anchors = words.Select(span => Anchor.At(text.Text, span!.Value)).ToImmutableArray();
                return (new Place(id, text.VersionId, null, null, anchors) { Words = anchors.FirstOrDefault()?.Quote, Text = text }, null);
            default:
                throw new ArgumentOutOfRangeException(nameof(target));
        }
    }

    /// <summary>Null when there is none that this person may see.</summary>
    private static Task<Annotation?> FindAsync(CorpusContext context, Actor actor, int id, CancellationToken cancellation) =>
        context.Annotations.SingleOrDefaultAsync(note => note.Id == id && (!note.IsPrivate || note.AuthorId == actor.PersonId), cancellation);

    private static string About(Place place) => place switch
    {
        { RelationId: not null } => "a link",
        { Words: { } words } => Quoted.Short(words),
        _ => "the document",
    };

    private static EditResult Gone => new EditResult.Missing("There is no such note any more.");

    private static EditResult NotYours => new EditResult.Forbidden("Only its author changes a note; reply to it instead.");

    private static EditResult AsItsThread => new EditResult.Refused("A reply is as private as its thread; change that at the first note.");

    private sealed record Place(int DocumentId, int VersionId, int? PassageId, int? RelationId, ImmutableArray<Anchor> Spans)
    {
        public string? Words { get; init; }

        /// <summary>The text that holds the words; null for what is about a passage or a link.</summary>
        public VersionText? Text { get; init; }
    }
}
