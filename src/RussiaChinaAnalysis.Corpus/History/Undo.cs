using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// Takes a change back, whosever it was and however long ago, unless later work builds on it. Taking back is a change
/// too, so that it can be taken back in turn.
/// </summary>
public sealed class Undo(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    public async Task<EditResult> RunAsync(Actor actor, long changeId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var change = await context.Changes.Include(one => one.Rows).AsNoTracking().Where(Change.IsOfCorpus)
            .SingleOrDefaultAsync(one => one.Id == changeId && (one.PrivateTo == null || one.PrivateTo == actor.PersonId), cancellation);
        if (change is null)
            return new EditResult.Missing("There is no such change.");
        if (await context.Changes.AnyAsync(other => other.UndoesId == changeId, cancellation))
            return new EditResult.Refused("This change has been undone already.");
        if (Actions.IsReading(change.Action))
            return new EditResult.Refused("The program did this when it read the essay; correct what it proposes, or import the former text again.");
        if (change.Rows.Exists(row => row.Entity is nameof(Theme) or nameof(CueTerm)) && actor.Role < PersonRole.Administrator)
            return new EditResult.Forbidden("Only an administrator changes the codebook.");

        if (change.PersonId != actor.PersonId && change.Rows.Exists(IsWrittenInNote))
            return new EditResult.Forbidden("Only who wrote or took back a note undoes that; reply to the note instead.");

        var rows = change.Rows.OrderByDescending(row => row.Position).ToList();
        var present = await PresentRows.ReadAsync(context, rows, cancellation);
        var dependents = new Dependents(context, actor.PersonId, rows);
        foreach (var row in rows)
        {
            if (await ObstacleAsync(context, row, present, dependents, cancellation) is { } obstacle)
                return new EditResult.Refused($"“{change.Summary}” cannot be undone: {obstacle}");
        }

        var versions = new HashSet<int>();
        foreach (var row in rows)
            await RestoreAsync(context, row, present, versions, cancellation);
        try
        {
            return await journal.SaveAsync(
                context,
                actor,
                new(Actions.Undo, $"Undid: {change.Summary}", change.DocumentId, () => 0)
                {
                    Undoes = changeId,
                    PrivateTo = change.PrivateTo,
                    Then = async token =>
                    {
                        foreach (var version in versions)
                            await PassageOrder.RenewAsync(context, version, token);
                    },
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // What it belonged to is gone, or somebody undid it at the same moment.
            return new EditResult.Refused($"“{change.Summary}” cannot be undone: what it belonged to has been changed since. Look at the history.");
        }
    }

    /// <summary>A note, its words, or who may see it; not that its thread is resolved, or where it hangs.</summary>
    private static bool IsWrittenInNote(ChangedRow row)
    {
        if (row.Entity != nameof(Annotation))
            return false;
        if (row.Before is null || row.After is null)
            return true;
        var after = JsonNode.Parse(row.After)!.AsObject();
        return after.ContainsKey(nameof(Annotation.Body)) || after.ContainsKey(nameof(Annotation.IsDeleted)) || after.ContainsKey(nameof(Annotation.IsPrivate));
    }

    /// <summary>What stands in the way, as the rest of a sentence; null when nothing does.</summary>
    private static async Task<string?> ObstacleAsync(
        CorpusContext context, ChangedRow row, PresentRows present, Dependents dependents, CancellationToken cancellation)
    {
        var entry = present.Find(row);
        if (row.After is null && entry is not null)
            return "the row that was removed is there again.";
        if (row.After is null)
            return await StoodInFormerTextAsync(context, row, cancellation) ? "the words stood in a former version of the text." : null;
        if (entry is null)
            return $"it was removed since{await ByAsync(context, row, cancellation)}. Undo that first.";
        var after = JsonNode.Parse(row.After)!.AsObject();
        foreach (var property in RowState.PropertiesOf(entry.Metadata).Where(property => after.ContainsKey(property.Name)))
        {
            if (!RowState.Same(after[property.Name], RowState.ToJson(property, entry.Property(property).CurrentValue)))
                return $"it was changed since{await ByAsync(context, row, cancellation)}. Undo that first.";
        }

        if (row.Before is null)
            return await dependents.FindAsync(row, cancellation);
        return MakesPrivate(row) && entry.Entity is Annotation note
            && (await NoteThreads.RepliesAsync(context, note.Id, cancellation)).Exists(reply => reply.AuthorId != note.AuthorId)
            ? "others have replied since, so the note can no longer become private."
            : null;
    }

    private static bool MakesPrivate(ChangedRow row) =>
        row.Entity == nameof(Annotation) && JsonNode.Parse(row.Before!)![nameof(Annotation.IsPrivate)]?.GetValue<bool>() == true;

    private static async Task<bool> StoodInFormerTextAsync(CorpusContext context, ChangedRow row, CancellationToken cancellation)
    {
        if (row.Entity != nameof(Passage))
            return false;
        var version = JsonNode.Parse(row.Before!)![nameof(Passage.VersionId)]!.GetValue<int>();
        return await context.DocumentVersions.AnyAsync(one => one.Id == version && one.Number != one.Document.CurrentVersion, cancellation);
    }

    private static async Task<string> ByAsync(CorpusContext context, ChangedRow row, CancellationToken cancellation)
    {
        var later = await context.Set<ChangedRow>()
            .Where(other => other.Entity == row.Entity && other.Key == row.Key && other.ChangeId > row.ChangeId)
            .Join(context.Changes.Where(change => change.PrivateTo == null), other => other.ChangeId, change => change.Id, (_, change) => change)
            .OrderByDescending(change => change.Id)
            .Select(change => new { change.PersonName, change.Summary })
            .FirstOrDefaultAsync(cancellation);
        return later is null ? "" : $" by {later.PersonName} ({later.Summary})";
    }

    private static async Task RestoreAsync(
        CorpusContext context, ChangedRow row, PresentRows present, HashSet<int> versions, CancellationToken cancellation)
    {
        var entry = present.Find(row);
        if (row.Before is null)
        {
            Note(entry!);
            entry!.State = EntityState.Deleted;
            return;
        }

        var before = JsonNode.Parse(row.Before)!.AsObject();
        if (entry is null)
        {
            var type = RowState.TypeOf(context, row.Entity);
            entry = context.Entry(Activator.CreateInstance(type.ClrType)!);
            RowState.Apply(entry, before);
            entry.State = EntityState.Added;
        }
        else
        {
            RowState.Apply(entry, before);
            // Replies that were written since follow the thread.
            if (entry.Entity is Annotation note && before.ContainsKey(nameof(Annotation.IsPrivate)))
                (await NoteThreads.RepliesAsync(context, note.Id, cancellation)).ForEach(reply => reply.IsPrivate = note.IsPrivate);
        }

        Note(entry);

        void Note(EntityEntry changed)
        {
            if (changed.Entity is Passage)
                versions.Add((int)changed.Property(nameof(Passage.VersionId)).CurrentValue!);
        }
    }
}
