using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// The only way in which people's changes are stored: the rows and the record of what they were and became, in one
/// transaction. Whatever the context tracks as changed becomes part of the record, so that no service can forget to.
/// </summary>
public sealed class Journal(TimeProvider clock, ChangeFeed feed, ComparisonQueue comparisons)
{
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal async Task<EditResult> SaveAsync(CorpusContext context, Actor actor, ChangeDraft draft, CancellationToken cancellation)
    {
        var pending = PendingRows.Of(context);
        if (pending.IsEmpty)
            return new EditResult.Unchanged(draft.Main());

        var tokens = TokenStep.Of(context);
        Change change;
        try
        {
            // SQLite takes its lock on writing here and not halfway, when somebody else may have written in between.
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (draft.Text is { } text && !await text.HoldAsync(context, cancellation))
                return VersionText.Outdated;
            if (pending.DecidedPassages is { Count: > 0 } decided)
                await context.LockDecidedAsync(decided, cancellation);
            var placed = pending.PlacedThemes;
            if (placed.Count > 0)
                await context.LockThemesAsync(cancellation);
            if (pending.RenamedThemes is { Count: > 1 } renamed)
                await ThemeNames.VacateAsync(context, renamed, cancellation);
            await context.SaveChangesAsync(cancellation);
            if (placed.Count > 0 && await ThemeHierarchy.ProblemAsync(context, placed, cancellation) is { } problem)
                return new EditResult.Refused(problem);
            change = await RecordAsync(context, pending, actor, draft, cancellation);
            if (draft.Then is { } then)
                await then(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException collision)
        {
            return await CollisionAsync(context, collision.Entries, cancellation);
        }
        // What stands in the way of undoing, Undo says itself.
        catch (DbUpdateException refusal) when (draft.Undoes is null && context.IsAboutReferences(refusal))
        {
            return Gone;
        }
        catch (DbUpdateException refusal) when (draft.Undoes is null && context.IsAboutUniqueness(refusal))
        {
            return new EditResult.Refused("Somebody has made the same in the meantime; open it again.");
        }

        Announce(change);
        return new EditResult.Done(change.Id, draft.Main(), change.Summary) { Tokens = tokens() };
    }

    /// <summary>
    /// Records rows that have just been saved, for a caller with a transaction of its own. Other programs on the database
    /// hear of it when that is committed; call <see cref="Announce"/> then for those who follow this one.
    /// </summary>
    internal async Task<Change> RecordAsync(
        CorpusContext context, PendingRows rows, Actor actor, ChangeDraft draft, CancellationToken cancellation)
    {
        var change = new Change
        {
            At = Now,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            Action = draft.Action,
            Summary = draft.Summary,
            DocumentId = draft.DocumentId,
            PrivateTo = draft.PrivateTo,
            UndoesId = draft.Undoes,
        };
        change.Rows.AddRange(rows.Saved());
        context.Add(change);
        await context.SaveChangesAsync(cancellation);
        await ComparisonQueue.MarkAsync(context, rows.DocumentsOfPassages, cancellation);
        await context.AnnounceAsync(change.Id, cancellation);
        return change;
    }

    /// <summary>Tells whoever looks at the document, and who compares what was changed with other documents.</summary>
    internal void Announce(Change change)
    {
        feed.Publish(new ChangeNotice(change.Id, change.DocumentId, change.PersonId, change.PersonName, change.Summary, change.PrivateTo));
        if (change.Rows.Exists(row => row.Entity == nameof(Passage)))
            comparisons.Announce();
    }

    private static EditResult Gone => new EditResult.Missing("What this belongs to was changed or removed in the meantime; open it again.");

    private static async Task<EditResult> CollisionAsync(
        CorpusContext context, IReadOnlyList<EntityEntry> entries, CancellationToken cancellation)
    {
        foreach (var entry in entries.Where(entry => entry.Entity is IConcurrencyChecked))
        {
            if (await entry.GetDatabaseValuesAsync(cancellation) is not { } now)
                return new EditResult.Missing("Somebody removed it in the meantime.");
            var (entity, key) = (entry.Metadata.ClrType.Name, RowState.KeyOf(entry));
            var last = await context.Set<ChangedRow>()
                .Where(row => row.Entity == entity && row.Key == key)
                .Join(context.Changes, row => row.ChangeId, change => change.Id, (_, change) => change)
                .OrderByDescending(change => change.Id)
                .Select(change => new { change.PersonName, change.Summary })
                .FirstOrDefaultAsync(cancellation);
            return new EditResult.Collision(
                last is null
                    ? "It was changed after you opened it."
                    : $"{last.PersonName} changed it after you opened it: {last.Summary}.",
                now.GetValue<Guid>(nameof(IConcurrencyChecked.ConcurrencyToken)));
        }

        return Gone;
    }
}
