using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>
/// Reads an archive into a corpus, which need not be empty. What is there already, a document by its content and other
/// things by what makes them unique, stays as it is, with everything that is a part of it.
/// </summary>
internal sealed class ArchiveReader(CorpusContext context, ImportLog log)
{
    private const int RowsAtOnce = 500;

    private readonly ArchiveModel model = ArchiveModel.Of(context);
    private readonly ArchivedRows rows = new(context);

    /// <exception cref="MalformedDataException">The archive is damaged or of another version.</exception>
    public async Task ReadAsync(CheckedArchive archive, CancellationToken cancellation)
    {
        await FindDocumentsAsync(archive, cancellation);
        foreach (var table in model.Tables)
        {
            if (table.Type.ClrType == typeof(Change))
                await LeaveHistoryAsync(archive, table, cancellation);
            await ReadTableAsync(archive, table, cancellation);
        }

        foreach (var path in archive.Tables.Except(model.Tables.Select(table => table.Path)))
            log.Add(ImportState.Skipped, "table", "tables", $": {path}", "this version of the program has no place for it");
    }

    /// <summary>A document is known by the content of any of its versions.</summary>
    private async Task FindDocumentsAsync(CheckedArchive archive, CancellationToken cancellation)
    {
        var documents = model.TableOf(typeof(Document))!;
        var versions = model.TableOf(typeof(DocumentVersion))!;
        var known = await context.DocumentVersions.ToDictionaryAsync(version => version.ContentHash, version => version.DocumentId, cancellation);
        await foreach (var row in archive.RowsAsync(versions.Path, cancellation))
        {
            if (row.TryGetProperty("contentHash", out var hash) && hash.ValueKind == JsonValueKind.String && known.TryGetValue(hash.GetString()!, out var id)
                && row.TryGetProperty("documentId", out var number) && number.TryGetInt64(out var document))
                rows.Add(documents, document, id);
        }
    }

    /// <summary>A change that is about nothing but what the corpus holds already is left out, because that has a history of its own there.</summary>
    private async Task LeaveHistoryAsync(CheckedArchive archive, ArchiveTable changes, CancellationToken cancellation)
    {
        var (told, kept) = (new HashSet<long>(), new HashSet<long>());
        await foreach (var row in archive.RowsAsync(model.TableOf(typeof(ChangedRow))!.Path, cancellation))
        {
            if (!row.TryGetProperty("changeId", out var number) || !number.TryGetInt64(out var change))
                continue;
            told.Add(change);
            if (!IsAboutWhatIsLeft(row))
                kept.Add(change);
        }

        told.ExceptWith(kept);
        foreach (var change in told)
            rows.Leave(changes, change);
    }

    private bool IsAboutWhatIsLeft(JsonElement row) => ArchivedHistory.IsIn(row, out var entity, out var key)
        && new ArchivedReferences(model).Wholes(entity, key).Any(rows.IsLeft);

    private async Task ReadTableAsync(CheckedArchive archive, ArchiveTable table, CancellationToken cancellation)
    {
        var unique = await UniqueRows.ReadAsync(context, table, cancellation);
        var pending = new List<(long? Number, object Entity)>();
        await foreach (var row in archive.RowsAsync(table.Path, cancellation))
        {
            var number = table.Number is { } column && row.TryGetProperty(column.Name, out var value) && value.TryGetInt64(out var given) ? given : (long?)null;
            if (number is { } known && (rows.Find(table, known) is not null || rows.IsLeft((table.Name, known))))
            {
                Leave(table, known, "the corpus holds it already");
                continue;
            }

            // A row may refer to one of its own table that is not stored yet.
            if (pending.Count >= RowsAtOnce || RefersToPending(table, row, pending))
                await SaveAsync(table, pending, cancellation);
            if (await ReadAsync(archive, table, row, number, cancellation) is not { } entity)
                continue;
            if (unique.Find(entity) is { } existing)
            {
                if (number is { } matched && existing.Id is { } id)
                    rows.Add(table, matched, id);
                Leave(table, number, existing.Reason);
                continue;
            }

            unique.Add(entity);
            pending.Add((number, entity));
        }

        await SaveAsync(table, pending, cancellation);
    }

    private bool RefersToPending(ArchiveTable table, JsonElement row, List<(long? Number, object Entity)> pending) =>
        pending.Count > 0 && table.Columns.Any(column => column.Principal == table.Type
            && row.TryGetProperty(column.Name, out var value) && value.TryGetInt64(out var number) && rows.Find(table, number) is null);

    /// <returns>Null when the row was left out, which the log says.</returns>
    private async Task<object?> ReadAsync(CheckedArchive archive, ArchiveTable table, JsonElement row, long? number, CancellationToken cancellation)
    {
        var entity = Activator.CreateInstance(table.Type.ClrType, nonPublic: true)!;
        foreach (var column in table.Columns)
        {
            if (column == table.Number || !row.TryGetProperty(column.Name, out var value) || value.ValueKind == JsonValueKind.Null)
                continue;
            try
            {
                if (column.Principal is { } principal && value.ValueKind == JsonValueKind.Number && model.TableOf(principal) is { } other)
                {
                    var target = value.GetInt64();
                    if (column.IsPartOf && rows.IsLeft((other.Name, target)) || !column.IsUnchecked && rows.Find(other, target) is null)
                    {
                        Leave(table, number, rows.IsLeft((other.Name, target)) ? "what it is a part of is in the corpus already" : "what it refers to is not in the archive");
                        return null;
                    }

                    column.SetNumber(entity, await rows.FindOrReserveAsync(other, target, cancellation));
                }
                else
                {
                    column.Set(entity, column.IsFile ? archive.File(value.GetString()) : await RenumberedAsync(row, column, column.Read(value), cancellation));
                }
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or OverflowException)
            {
                throw new MalformedDataException($"holds a row in {table.Path} that can't be read: {wrong.Message.TrimEnd('.')}.");
            }
        }

        if (entity is ChangedRow && IsAboutWhatIsLeft(row))
        {
            Leave(table, number, "what it is about is in the corpus already");
            return null;
        }

        if (entity is Person person)
            ArchivedPerson.Lock(person);
        return entity;
    }

    /// <summary>What the value speaks of, by the numbers that it has in this corpus.</summary>
    private async Task<object> RenumberedAsync(JsonElement row, ArchiveColumn column, object value, CancellationToken cancellation)
    {
        // Once to see what it speaks of, because a number for what is gone has to be asked of the database.
        var spoken = new HashSet<(ArchiveTable Table, long Number)>();
        Renumber(row, column, value, (kind, number) =>
        {
            spoken.Add((model.TableOf(kind)!, number));
            return number;
        });
        if (spoken.Count == 0)
            return value;
        foreach (var (table, number) in spoken)
            await rows.FindOrReserveAsync(table, number, cancellation);
        return Renumber(row, column, value, (kind, number) => rows.Find(model.TableOf(kind)!, number) ?? ArchivedRows.Nothing);
    }

    private object Renumber(JsonElement row, ArchiveColumn column, object value, RowNumbering numbers)
    {
        if (column.Property.DeclaringType.ClrType != typeof(ChangedRow) || !ArchivedHistory.IsIn(row, out var entity, out _))
            return ArchivedReferences.Renumber(value, numbers);
        var references = new ArchivedReferences(model);
        return column.Property.Name switch
        {
            nameof(ChangedRow.Key) => references.RenumberKey(entity, (string)value, numbers),
            nameof(ChangedRow.Before) or nameof(ChangedRow.After) => references.RenumberState(entity, (string)value, numbers),
            _ => value,
        };
    }

    private void Leave(ArchiveTable table, long? number, string reason)
    {
        if (number is { } known)
            rows.Leave(table, known);
        log.Add(ImportState.Skipped, $"row of {table.Name}", $"rows of {table.Name}", reason: reason);
    }

    private async Task SaveAsync(ArchiveTable table, List<(long? Number, object Entity)> pending, CancellationToken cancellation)
    {
        if (pending.Count == 0)
            return;
        context.AddRange(pending.Select(row => row.Entity));
        await context.SaveChangesAsync(cancellation);
        foreach (var (number, entity) in pending)
        {
            if (number is { } known)
                rows.Add(table, known, table.Number!.NumberOf(entity));
        }

        log.Add(ImportState.Imported, $"row of {table.Name}", $"rows of {table.Name}", count: pending.Count);
        pending.Clear();
        context.ChangeTracker.Clear();
    }
}
