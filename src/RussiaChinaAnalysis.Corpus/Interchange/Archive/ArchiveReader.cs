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

    private readonly Dictionary<(string Table, int Number), int> ids = [];
    private readonly HashSet<(string Table, int Number)> left = [];

    /// <exception cref="MalformedDataException">The archive is damaged or of another version.</exception>
    public async Task ReadAsync(CheckedArchive archive, CancellationToken cancellation)
    {
        var model = ArchiveModel.Of(context);
        await FindDocumentsAsync(archive, model, cancellation);
        foreach (var table in model.Tables)
            await ReadTableAsync(archive, model, table, cancellation);
        foreach (var path in archive.Tables.Except(model.Tables.Select(table => table.Path)))
            log.Add(ImportState.Skipped, "table", "tables", $": {path}", "this version of the program has no place for it");
    }

    /// <summary>A document is known by the content of any of its versions.</summary>
    private async Task FindDocumentsAsync(CheckedArchive archive, ArchiveModel model, CancellationToken cancellation)
    {
        var documents = model.Tables.Single(table => table.Type.ClrType == typeof(Document));
        var versions = model.Tables.Single(table => table.Type.ClrType == typeof(DocumentVersion));
        var known = await context.DocumentVersions.ToDictionaryAsync(version => version.ContentHash, version => version.DocumentId, cancellation);
        await foreach (var row in archive.RowsAsync(versions.Path, cancellation))
        {
            if (row.TryGetProperty("contentHash", out var hash) && hash.ValueKind == JsonValueKind.String && known.TryGetValue(hash.GetString()!, out var id)
                && row.TryGetProperty("documentId", out var number) && number.TryGetInt32(out var document))
                ids[(documents.Name, document)] = id;
        }
    }

    private async Task ReadTableAsync(CheckedArchive archive, ArchiveModel model, ArchiveTable table, CancellationToken cancellation)
    {
        var unique = await UniqueRows.ReadAsync(context, table, cancellation);
        var pending = new List<(int? Number, object Entity)>();
        await foreach (var row in archive.RowsAsync(table.Path, cancellation))
        {
            var number = table.Number is { } column && row.TryGetProperty(column.Name, out var value) && value.TryGetInt32(out var given) ? given : (int?)null;
            if (number is { } known && ids.ContainsKey((table.Name, known)))
            {
                Leave(table, known, "the corpus holds it already");
                continue;
            }

            // A row may refer to one of its own table that is not stored yet.
            if (pending.Count >= RowsAtOnce || RefersToPending(table, row, pending))
                await SaveAsync(table, pending, cancellation);
            if (Read(archive, model, table, row, number) is not { } entity)
                continue;
            if (unique.Find(entity) is { } existing)
            {
                if (number is { } matched && existing.Id is { } id)
                    ids[(table.Name, matched)] = id;
                Leave(table, number, existing.Reason);
                continue;
            }

            unique.Add(entity);
            pending.Add((number, entity));
        }

        await SaveAsync(table, pending, cancellation);
    }

    private bool RefersToPending(ArchiveTable table, JsonElement row, List<(int? Number, object Entity)> pending) =>
        pending.Count > 0 && table.Columns.Any(column => column.Principal == table.Type
            && row.TryGetProperty(column.Name, out var value) && value.TryGetInt32(out var number) && !ids.ContainsKey((table.Name, number)));

    /// <returns>Null when the row was left out, which the log says.</returns>
    private object? Read(CheckedArchive archive, ArchiveModel model, ArchiveTable table, JsonElement row, int? number)
    {
        var entity = Activator.CreateInstance(table.Type.ClrType, nonPublic: true)!;
        foreach (var column in table.Columns)
        {
            if (column == table.Number || !row.TryGetProperty(column.Name, out var value) || value.ValueKind == JsonValueKind.Null)
                continue;
            try
            {
                if (column.Principal is { } principal && column.Property.ClrType.IsAssignableFrom(typeof(int)) && model.TableOf(principal) is { } other)
                {
                    var target = (other.Name, value.GetInt32());
                    if (column.IsPartOf && left.Contains(target) || !ids.TryGetValue(target, out var id))
                    {
                        Leave(table, number, left.Contains(target) ? "what it is a part of is in the corpus already" : "what it refers to is not in the archive");
                        return null;
                    }

                    column.Set(entity, id);
                }
                else
                {
                    var content = column.IsFile ? archive.File(value.GetString()) : column.Read(value);
                    column.Set(entity, content is IRefersToPassages refers ? refers.WithPassages(passage => ids.GetValueOrDefault((ArchiveTable.Passages, passage))) : content);
                }
            }
            catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
            {
                throw new MalformedDataException($"holds a row in {table.Path} that can't be read: {wrong.Message.TrimEnd('.')}.");
            }
        }

        if (entity is Person person)
            ArchivedPerson.Lock(person);
        return entity;
    }

    private void Leave(ArchiveTable table, int? number, string reason)
    {
        if (number is { } known)
            left.Add((table.Name, known));
        log.Add(ImportState.Skipped, $"row of {table.Name}", $"rows of {table.Name}", reason: reason);
    }

    private async Task SaveAsync(ArchiveTable table, List<(int? Number, object Entity)> pending, CancellationToken cancellation)
    {
        if (pending.Count == 0)
            return;
        context.AddRange(pending.Select(row => row.Entity));
        await context.SaveChangesAsync(cancellation);
        foreach (var (number, entity) in pending)
        {
            if (number is { } known)
                ids[(table.Name, known)] = (int)table.Number!.Of(entity)!;
        }

        log.Add(ImportState.Imported, $"row of {table.Name}", $"rows of {table.Name}", count: pending.Count);
        pending.Clear();
        context.ChangeTracker.Clear();
    }
}
