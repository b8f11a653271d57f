using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>
/// Writes the whole corpus: every table as JSON Lines, every original file as it came, and a manifest with the hash of
/// each. Rows are numbered anew from 1, so that the same corpus gives the same archive in whatever database it lies.
/// </summary>
internal sealed class ArchiveWriter(CorpusContext context, ArchiveLimits limits)
{
    private const int RowsAtOnce = 500;

    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<ArchivedFile> files = [];
    private readonly Dictionary<string, Dictionary<long, long>> numbers = [];
    private long bytes;

    public static FormatDescription Description { get; } = new(
        "archive", "Corpus archive", ".rca.zip", "application/zip", "everything there is, to be kept or to be moved to another database");

    /// <exception cref="ArchiveTooLargeException">The corpus is larger than the limits.</exception>
    public async Task WriteAsync(Stream output, IProgress<ExportProgress>? progress, CancellationToken cancellation)
    {
        using var zip = new FixedZip(output);
        var model = ArchiveModel.Of(context);
        var done = 0;
        foreach (var table in model.Tables)
        {
            var write = (Task)typeof(ArchiveWriter).GetMethod(nameof(WriteTableAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.Type.ClrType).Invoke(this, [zip, model, table, cancellation])!;
            await write;
            progress?.Report(new(++done, model.Tables.Count));
        }

        var manifest = new ArchiveManifest(ArchiveManifest.FormatName, ArchiveManifest.CurrentVersion, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
        await zip.AddAsync(ArchiveManifest.Path, JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveJson.Default.ArchiveManifest), cancellation);
    }

    private async Task WriteTableAsync<T>(FixedZip zip, ArchiveModel model, ArchiveTable table, CancellationToken cancellation) where T : class
    {
        var given = numbers[table.Name] = [];
        // A zip archive is written one entry after the other, so files that rows hold wait until the table is closed.
        var held = new List<(string Hash, int Row)>();
        var keys = table.Key.Select(column => column.Property.Name).ToList();
        await using (var entry = new HashedEntry(zip.Begin(table.Path)))
        {
            var place = 0;
            await foreach (var row in ReferredFirstAsync(Ordered(context.Set<T>().AsNoTracking(), keys), table, cancellation))
            {
                place++;
                if (table.Number is { } number)
                    given.Add(number.NumberOf(row), place);
                using var line = new MemoryStream();
                await using (var json = new Utf8JsonWriter(line, Line))
                    WriteRow(json, model, table, row, place, held);
                line.WriteByte((byte)'\n');
                await entry.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellation);
                if (place % RowsAtOnce == 0)
                    await entry.FlushAsync(cancellation);
            }

            Add(entry.Describe(table.Path));
        }

        if (held.Count > 0)
            await WriteFilesAsync<T>(zip, table, keys, cancellation);
    }

    private void WriteRow(Utf8JsonWriter json, ArchiveModel model, ArchiveTable table, object row, int place, List<(string Hash, int Row)> held)
    {
        json.WriteStartObject();
        foreach (var column in table.Columns)
        {
            if (column.Of(row) is not { } value)
                continue;
            if (column == table.Number)
                json.WriteNumber(column.Name, place);
            else if (column.IsFile)
                json.WriteString(column.Name, Hold((byte[])value, place, held));
            else if (column.Principal is { } principal && value is int or long && model.TableOf(principal) is { } other)
                json.WriteNumber(column.Name, column.IsUnchecked ? NumberOf(other, column.NumberOf(row)) : numbers[other.Name][column.NumberOf(row)]);
            else
                column.Write(json, Renumber(model, row, column, value));
        }

        json.WriteEndObject();
    }

    /// <summary>A row that is gone gets the next number after those that are there, so that all that speaks of it speaks of the same.</summary>
    private long NumberOf(ArchiveTable table, long id)
    {
        var given = numbers[table.Name];
        if (id == ArchivedRows.Nothing)
            return id;
        if (!given.TryGetValue(id, out var number))
            given.Add(id, number = given.Count + 1);
        return number;
    }

    private object Renumber(ArchiveModel model, object row, ArchiveColumn column, object value)
    {
        long Numbers(Type kind, long id) => NumberOf(model.TableOf(kind)!, id);
        var references = new ArchivedReferences(model);
        return (row, column.Property.Name) switch
        {
            (ChangedRow changed, nameof(ChangedRow.Key)) => references.RenumberKey(changed.Entity, changed.Key, Numbers),
            (ChangedRow changed, nameof(ChangedRow.Before) or nameof(ChangedRow.After)) => references.RenumberState(changed.Entity, (string)value, Numbers),
            _ => ArchivedReferences.Renumber(value, Numbers),
        };
    }

    /// <exception cref="ArchiveTooLargeException">It is one file too many.</exception>
    private void Add(ArchivedFile file)
    {
        files.Add(file);
        if (!limits.Hold(files.Count, bytes += file.Bytes))
            throw new ArchiveTooLargeException(limits.ToString());
    }

    private static string Hold(byte[] content, int place, List<(string Hash, int Row)> held)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        held.Add((hash, place));
        return hash;
    }

    private async Task WriteFilesAsync<T>(FixedZip zip, ArchiveTable table, List<string> keys, CancellationToken cancellation) where T : class
    {
        var written = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        await foreach (var row in Ordered(context.Set<T>().AsNoTracking(), keys).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var content in table.Columns.Where(column => column.IsFile).Select(column => column.Of(row)).OfType<byte[]>())
            {
                var path = $"files/{Convert.ToHexStringLower(SHA256.HashData(content))}";
                if (!written.Add(path))
                    continue;
                await using var entry = new HashedEntry(zip.Begin(path));
                await entry.WriteAsync(content, cancellation);
                Add(entry.Describe(path));
            }
        }
    }

    /// <summary>Only a row that is written has a number for others to refer to it by.</summary>
    private static async IAsyncEnumerable<T> ReferredFirstAsync<T>(IQueryable<T> rows, ArchiveTable table, [EnumeratorCancellation] CancellationToken cancellation) where T : class
    {
        var order = new RowOrder<T>(row => table.Number!.NumberOf(row),
        [
            .. table.Columns.Where(column => column.Principal == table.Type)
                .Select(column => (Func<T, object?>)(row => column.Of(row) is null ? null : column.NumberOf(row))),
        ]);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var ready in order.Next(row))
                yield return ready;
        }

        if (order.HasWaiting)
            throw new InvalidOperationException($"Rows of {table.Name} refer to one another in a circle.");
    }

    private static IQueryable<T> Ordered<T>(IQueryable<T> rows, List<string> keys) where T : class
    {
        var ordered = rows.OrderBy(row => EF.Property<object>(row, keys[0]));
        foreach (var key in keys.Skip(1))
            ordered = ordered.ThenBy(row => EF.Property<object>(row, key));
        return ordered;
    }
}
