using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// Answers about what people did. Changes to private notes are shown to their author alone, changes of accounts to
/// administrators alone.
/// </summary>
public sealed class HistoryBrowser(IDbContextFactory<CorpusContext> contexts)
{
    private const int Part = 500;

    /// <summary>The latest first.</summary>
    /// <param name="documentId">Null for the whole corpus.</param>
    /// <param name="before">The id of the last change on the page before; null for the first page.</param>
    public Task<IReadOnlyList<ChangeRow>> ListAsync(int? documentId, int? viewer, long? before, int size, CancellationToken cancellation) =>
        ListAsync(context => Visible(context, viewer), documentId, viewer, before, size, cancellation);

    /// <summary>The same with what was done to accounts.</summary>
    public Task<IReadOnlyList<ChangeRow>> ListAllAsync(int? viewer, long? before, int size, CancellationToken cancellation) =>
        ListAsync(context => Shared(context, viewer), documentId: null, viewer, before, size, cancellation);

    /// <summary>
    /// The id of the last change of a document, whoever may see it, by which a page knows whether it has missed something;
    /// 0 when nobody has changed it yet.
    /// </summary>
    public async Task<long> LatestAsync(int documentId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Changes.Where(change => change.DocumentId == documentId).MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
    }

    private async Task<IReadOnlyList<ChangeRow>> ListAsync(
        Func<CorpusContext, IQueryable<Change>> visible, int? documentId, int? viewer, long? before, int size, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var changes = visible(context);
        if (documentId is not null)
            changes = changes.Where(change => change.DocumentId == documentId);
        if (before is { } place)
            changes = changes.Where(change => change.Id < place);
        return await RowsAsync(context, changes.OrderByDescending(change => change.Id).Take(size), viewer, cancellation);
    }

    /// <summary>What was done to one row, the latest first.</summary>
    /// <param name="entity">The kind of row: <c>Passage</c>, <c>Annotation</c> …</param>
    public async Task<IReadOnlyList<ChangeRow>> OfRowAsync(string entity, int id, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var key = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var touched = context.Set<ChangedRow>().Where(row => row.Entity == entity && row.Key == key).Select(row => row.ChangeId);
        return await RowsAsync(context, Visible(context, viewer).Where(change => touched.Contains(change.Id)).OrderByDescending(change => change.Id), viewer, cancellation);
    }

    /// <summary>Null when there is none that the viewer may see.</summary>
    public async Task<ChangeRow?> FindAsync(long id, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return (await RowsAsync(context, Visible(context, viewer).Where(change => change.Id == id), viewer, cancellation)).SingleOrDefault();
    }

    /// <summary>The whole audit log in the order in which it was written, private notes' bodies left out.</summary>
    public async IAsyncEnumerable<AuditLine> AuditAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var last = 0L;
        while (true)
        {
            var part = await context.Changes.AsNoTracking()
                .Where(change => change.Id > last).OrderBy(change => change.Id).Take(Part).ToListAsync(cancellation);
            if (part.Count == 0)
                yield break;
            last = part[^1].Id;
            await using var rows = TouchedAsync(context, part[0].Id, last, cancellation).GetAsyncEnumerator(cancellation);
            var more = await rows.MoveNextAsync();
            foreach (var change in part)
            {
                // A change with a smaller number may have been stored since; the next log has it.
                while (more && rows.Current.ChangeId < change.Id)
                    more = await rows.MoveNextAsync();
                if (!more || rows.Current.ChangeId != change.Id)
                    yield return AuditLine.Of(change, null);
                for (; more && rows.Current.ChangeId == change.Id; more = await rows.MoveNextAsync())
                    yield return AuditLine.Of(change, rows.Current);
            }
        }
    }

    /// <summary>What the changes from the one to the other touched, in order. A single change may have touched a whole book, so the rows are counted, not the changes.</summary>
    private static async IAsyncEnumerable<ChangedRow> TouchedAsync(
        CorpusContext context, long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (change, position) = (first, 0);
        while (true)
        {
            var part = await context.Set<ChangedRow>().AsNoTracking()
                .Where(row => row.ChangeId >= change && row.ChangeId <= last && (row.ChangeId > change || row.Position > position))
                .OrderBy(row => row.ChangeId).ThenBy(row => row.Position).Take(Part).ToListAsync(cancellation);
            foreach (var row in part)
                yield return row;
            if (part.Count < Part)
                yield break;
            (change, position) = (part[^1].ChangeId, part[^1].Position);
        }
    }

    private static IQueryable<Change> Visible(CorpusContext context, int? viewer) => Shared(context, viewer).Where(Change.IsOfCorpus);

    private static IQueryable<Change> Shared(CorpusContext context, int? viewer) =>
        context.Changes.AsNoTracking().Where(change => change.PrivateTo == null || change.PrivateTo == viewer);

    private static async Task<List<ChangeRow>> RowsAsync(
        CorpusContext context, IQueryable<Change> changes, int? viewer, CancellationToken cancellation)
    {
        var rows = await changes.Select(change => new ChangeRow(
            change.Id,
            change.At,
            change.PersonId,
            change.PersonName,
            change.Action,
            change.Summary,
            change.DocumentId,
            context.Documents.Where(document => document.Id == change.DocumentId).Select(document => document.Title).FirstOrDefault(),
            change.UndoesId,
            context.Changes.Where(other => other.UndoesId == change.Id).Select(other => (long?)other.Id).FirstOrDefault(),
            change.Rows.OrderBy(row => row.Position).Take(50).ToList())).ToListAsync(cancellation);

        // A change that everybody may see moves the notes of a passage, private ones too.
        var notes = rows.SelectMany(change => change.Rows).Where(IsNote).Select(NoteOf).Distinct().ToArray();
        if (notes.Length == 0)
            return rows;
        var hidden = (await context.Annotations.Where(note => notes.Contains(note.Id) && note.IsPrivate && note.AuthorId != viewer)
            .Select(note => note.Id).ToListAsync(cancellation)).ToHashSet();
        return hidden.Count == 0
            ? rows
            : [.. rows.Select(change => change with { Rows = [.. change.Rows.Where(row => !IsNote(row) || !hidden.Contains(NoteOf(row)))] })];
    }

    private static bool IsNote(ChangedRow row) => row.Entity == nameof(Annotation);

    private static int NoteOf(ChangedRow row) => (int)RowState.ParseKey(row.Key)[0];
}

/// <param name="At">UTC.</param>
/// <param name="UndoneBy">The change that took this one back; null while it stands.</param>
/// <param name="Rows">The first of them; a change of many passages has thousands.</param>
public sealed record ChangeRow(
    long Id,
    DateTime At,
    int PersonId,
    string PersonName,
    string Action,
    string Summary,
    int? DocumentId,
    string? DocumentTitle,
    long? UndoesId,
    long? UndoneBy,
    IReadOnlyList<ChangedRow> Rows)
{
    /// <summary>What was done to accounts is done again on their pages, not undone here; nor are readings.</summary>
    public bool CanBeUndone => UndoneBy is null && !Actions.IsReading(Action) && !Action.StartsWith(Change.AccountActions, StringComparison.Ordinal);
}

/// <summary>One row of one change, flat, as it is exported.</summary>
/// <param name="At">UTC.</param>
/// <param name="Entity">Empty where the change touched no row, such as the end of somebody's sessions.</param>
public sealed record AuditLine(
    long Change,
    DateTime At,
    int PersonId,
    string Person,
    string Action,
    string Summary,
    int? DocumentId,
    long? Undoes,
    string Entity,
    string Key,
    string? Before,
    string? After)
{
    private const string Hidden = "{\"private\":true}";

    internal static AuditLine Of(Change change, ChangedRow? row)
    {
        var hidden = change.PrivateTo is not null;
        return new(
            change.Id,
            change.At,
            change.PersonId,
            change.PersonName,
            change.Action,
            change.Summary,
            change.DocumentId,
            change.UndoesId,
            row?.Entity ?? "",
            row?.Key ?? "",
            row?.Before is null || !hidden ? row?.Before : Hidden,
            row?.After is null || !hidden ? row?.After : Hidden);
    }
}
