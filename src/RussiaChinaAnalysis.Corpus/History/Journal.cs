using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// The only way in which people's changes are stored: the rows and the record of what they were and became, in one
/// transaction. Whatever the context tracks as changed becomes part of the record, so that no service can forget to.
/// </summary>
public sealed class Journal(TimeProvider clock, ChangeFeed feed)
{
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal async Task<EditResult> SaveAsync(CorpusContext context, Actor actor, ChangeDraft draft, CancellationToken cancellation)
    {
        context.ChangeTracker.DetectChanges();
        var pending = context.ChangeTracker.Entries()
            .Where(entry => RowState.IsKept(entry) && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .OrderBy(entry => RowState.Kept.ToList().IndexOf(entry.Metadata.ClrType))
            .Select(Pending.Of)
            .Where(one => one.Means)
            .ToList();
        if (pending.Count == 0)
            return new EditResult.Unchanged(draft.Main());

        Change change;
        try
        {
            // SQLite takes its lock on writing here and not halfway, when somebody else may have written in between.
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await context.SaveChangesAsync(cancellation);
            change = Record(pending, actor, draft);
            context.Add(change);
            await context.SaveChangesAsync(cancellation);
            if (draft.Then is { } then)
                await then(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException collision)
        {
            return await CollisionAsync(context, collision.Entries, cancellation);
        }

        feed.Publish(new ChangeNotice(change.Id, change.DocumentId, actor.PersonId, actor.Name, change.Summary, change.PrivateTo));
        return new EditResult.Done(change.Id, draft.Main(), change.Summary);
    }

    private Change Record(List<Pending> pending, Actor actor, ChangeDraft draft)
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
        change.Rows.AddRange(pending.Select((one, place) => one.Row(place + 1)));
        return change;
    }

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

        return new EditResult.Missing("What this belongs to was changed or removed in the meantime; open it again.");
    }

    /// <summary>A row as it is about to be written. What it was is read now; what it became, after the save.</summary>
    private sealed record Pending(EntityEntry Entry, EntityState State, string? Key, JsonObject? Before, List<Microsoft.EntityFrameworkCore.Metadata.IProperty> Properties)
    {
        /// <summary>A row may be marked only to renew its token.</summary>
        public bool Means => State != EntityState.Modified || Properties.Count > 0;

        public static Pending Of(EntityEntry entry)
        {
            var properties = RowState.PropertiesOf(entry.Metadata);
            if (entry.State == EntityState.Modified)
                properties = properties.Where(property => entry.Property(property).IsModified && !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue));
            var list = properties.ToList();
            return new(
                entry,
                entry.State,
                entry.State == EntityState.Deleted ? RowState.KeyOf(entry) : null,
                entry.State == EntityState.Added ? null : RowState.Write(entry, list, original: true),
                list);
        }

        public ChangedRow Row(int position) => new()
        {
            Position = position,
            Entity = Entry.Metadata.ClrType.Name,
            Key = Key ?? RowState.KeyOf(Entry),
            Before = Before?.ToJsonString(),
            After = State == EntityState.Deleted ? null : RowState.Write(Entry, Properties, original: false).ToJsonString(),
        };
    }
}
