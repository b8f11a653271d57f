using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>Answers about notes. What is private to others is never among them.</summary>
public sealed class NoteBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>All threads of a document, in the order in which they were begun.</summary>
    /// <param name="viewer">Null for a visitor.</param>
    public async Task<IReadOnlyList<NoteThread>> OfDocumentAsync(int documentId, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return Threads(await RowsAsync(Visible(context, viewer).Where(note => note.DocumentId == documentId), cancellation));
    }

    public async Task<IReadOnlyList<NoteThread>> OfPassageAsync(int passageId, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ends = context.Relations.Where(relation => relation.FromPassageId == passageId || relation.ToPassageId == passageId).Select(relation => relation.Id);
        return Threads(await RowsAsync(
            Visible(context, viewer).Where(note => note.PassageId == passageId || (note.RelationId != null && ends.Contains(note.RelationId.Value))),
            cancellation));
    }

    /// <summary>Null when there is none that the viewer may see.</summary>
    public async Task<NoteRow?> FindAsync(int id, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await RowsAsync(Visible(context, viewer).Where(note => note.Id == id), cancellation)).SingleOrDefault();
    }

    /// <summary>Threads of the whole corpus, those begun last first; replies are with their threads.</summary>
    /// <param name="before">The id of the last thread on the page before; null for the first page.</param>
    public async Task<IReadOnlyList<NoteThread>> ListAsync(NoteFilter filter, int? viewer, int? before, int size, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var first = (await ChosenAsync(context, filter, viewer, cancellation)).Where(note => note.ParentId == null);
        if (before is { } place)
            first = first.Where(note => note.Id < place);
        var ids = await first.OrderByDescending(note => note.Id).Take(size).Select(note => note.Id).ToListAsync(cancellation);
        var documents = await context.Annotations.Where(note => ids.Contains(note.Id)).Select(note => note.DocumentId).Distinct().ToListAsync(cancellation);
        var rows = await RowsAsync(
            Visible(context, viewer).Where(note => documents.Contains(note.DocumentId) && (note.ParentId != null || ids.Contains(note.Id))), cancellation);
        return [.. Threads(rows).Where(thread => ids.Contains(thread.First.Id)).OrderByDescending(thread => thread.First.Id)];
    }

    /// <summary>Shared notes on passages that begin a thread, those begun last first.</summary>
    /// <param name="kept">Ids of notes that are among them however old they are, even when they were taken back.</param>
    /// <param name="size">How many there are at most beside those kept.</param>
    public async Task<IReadOnlyList<NoteRow>> OnPassagesAsync(IReadOnlyCollection<int> kept, int size, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var first = Visible(context, viewer: null).Where(note => note.PassageId != null && note.ParentId == null);
        var last = await first.Where(note => !note.IsDeleted).OrderByDescending(note => note.Id).Take(size).Select(note => note.Id).ToListAsync(cancellation);
        var ids = last.Union(kept).ToArray();
        return [.. (await RowsAsync(first.Where(note => ids.Contains(note.Id)), cancellation)).OrderByDescending(note => note.Id)];
    }

    private static async Task<IQueryable<Annotation>> ChosenAsync(CorpusContext context, NoteFilter filter, int? viewer, CancellationToken cancellation)
    {
        var notes = Visible(context, viewer).Where(note => !note.IsDeleted);
        if (filter == NoteFilter.ForMe)
        {
            var threads = await Mentions.ThreadsAsync(context, Visible(context, viewer), viewer, cancellation);
            return notes.Where(note => threads.Contains(note.Id));
        }

        return filter switch
        {
            NoteFilter.Open => notes.Where(note => note.ResolvedAt == null),
            NoteFilter.Resolved => notes.Where(note => note.ResolvedAt != null),
            NoteFilter.Mine => notes.Where(note => note.AuthorId == viewer),
            NoteFilter.Astray => notes.Where(note => note.Anchoring == AnchorKind.Orphan || note.Anchoring == AnchorKind.Uncertain),
            _ => notes,
        };
    }

    internal static IQueryable<Annotation> Visible(CorpusContext context, int? viewer) =>
        context.Annotations.Where(note => !note.IsPrivate || note.AuthorId == viewer);

    internal static Task<List<NoteRow>> RowsAsync(IQueryable<Annotation> notes, CancellationToken cancellation) =>
        notes.OrderBy(note => note.Id).Select(note => new NoteRow(
            note.Id,
            note.DocumentId,
            note.Document.Title,
            note.VersionId,
            note.PassageId,
            note.RelationId,
            note.ParentId,
            note.Motivation,
            note.IsDeleted ? "" : note.Body,
            note.AuthorId,
            note.Author.DisplayName,
            note.CreatedAt,
            note.ModifiedAt,
            note.IsPrivate,
            note.ResolvedAt,
            note.IsDeleted,
            note.Anchoring,
            note.Spans,
            note.ConcurrencyToken)
        {
            Canonical = note.Canonical,
            Via = note.Via,
        }).ToListAsync(cancellation);

    private static List<NoteThread> Threads(List<NoteRow> rows)
    {
        var children = rows.ToLookup(row => row.ParentId);
        return [.. children[null].Select(first => new NoteThread(first, Replies(first))).Where(thread => !thread.First.IsDeleted || thread.Replies.Any(reply => !reply.IsDeleted))];

        List<NoteRow> Replies(NoteRow row) => [.. children[row.Id].SelectMany(reply => Replies(reply).Prepend(reply)).OrderBy(reply => reply.Id)];
    }
}
