using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What rows of a table are known by, so that none is stored twice: their keys, where those say something, and their unique indexes.</summary>
internal sealed class UniqueRows
{
    /// <summary>
    /// What rows are known by of which the database would let two be the same. An archive may well hold two such, and
    /// both are taken in.
    /// </summary>
    private static readonly Dictionary<Type, string[]> Signs = new()
    {
        [typeof(Change)] = [nameof(Change.At), nameof(Change.PersonName), nameof(Change.Action), nameof(Change.Summary)],
        [typeof(Report)] = [nameof(Report.CreatedAt), nameof(Report.TitleKey)],
    };

    private readonly ArchiveTable table;
    private readonly List<List<System.Reflection.PropertyInfo>> indexes;
    private readonly List<System.Reflection.PropertyInfo> signs;
    private readonly Dictionary<(int Index, string Value), long?> known = [];
    private readonly Dictionary<string, Queue<long>> alike = [];

    private UniqueRows(ArchiveTable table)
    {
        this.table = table;
        indexes =
        [
            .. table.Type.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties)
                .Concat(table.Number is null ? [table.Type.FindPrimaryKey()!.Properties] : [])
                .Select(properties => properties.Select(property => property.PropertyInfo!).ToList()),
        ];
        signs = [.. Signs.GetValueOrDefault(table.Type.ClrType, []).Select(name => table.Type.FindProperty(name)!.PropertyInfo!)];
    }

    public static async Task<UniqueRows> ReadAsync(CorpusContext context, ArchiveTable table, CancellationToken cancellation)
    {
        var rows = new UniqueRows(table);
        if (rows.indexes.Count + rows.signs.Count > 0)
        {
            var read = (Task)typeof(UniqueRows).GetMethod(nameof(ReadRowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.Type.ClrType).Invoke(rows, [context, cancellation])!;
            await read;
        }

        return rows;
    }

    /// <returns>Null when there is none like it; the id is null for tables without numbers.</returns>
    public (long? Id, string Reason)? Find(object entity)
    {
        if (signs.Count > 0 && alike.TryGetValue(ValueOf(entity, signs)!, out var ids) && ids.TryDequeue(out var same))
            return (same, "the corpus holds it already");
        for (var index = 0; index < indexes.Count; index++)
        {
            if (ValueOf(entity, indexes[index]) is { } value && known.TryGetValue((index, value), out var id))
                return (id, $"the corpus has one of the same {string.Join(" and ", indexes[index].Select(property => property.Name))} already");
        }

        return null;
    }

    public void Add(object entity)
    {
        for (var index = 0; index < indexes.Count; index++)
        {
            if (ValueOf(entity, indexes[index]) is { } value)
                known.TryAdd((index, value), table.Number?.NumberOf(entity));
        }
    }

    private async Task ReadRowsAsync<T>(CorpusContext context, CancellationToken cancellation) where T : class
    {
        await foreach (var row in context.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            Add(row);
            if (signs.Count == 0)
                continue;
            var value = ValueOf(row, signs)!;
            if (!alike.TryGetValue(value, out var ids))
                alike.Add(value, ids = []);
            ids.Enqueue(table.Number!.NumberOf(row));
        }
    }

    /// <summary>Null, which equals nothing in a database, for a value that is not given.</summary>
    private static string? ValueOf(object entity, List<System.Reflection.PropertyInfo> properties)
    {
        var values = properties.Select(property => property.GetValue(entity) is DateTime time ? time.ToString("O", CultureInfo.InvariantCulture) : property.GetValue(entity)).ToList();
        return values.Contains(null) ? null : string.Join('\n', values);
    }
}
