using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What rows of a table are known by, so that none is stored twice: their keys, where those say something, and their unique indexes.</summary>
internal sealed class UniqueRows
{
    private readonly ArchiveTable table;
    private readonly List<List<System.Reflection.PropertyInfo>> indexes;
    private readonly Dictionary<(int Index, string Value), int?> known = [];

    private UniqueRows(ArchiveTable table)
    {
        this.table = table;
        indexes =
        [
            .. table.Type.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties)
                .Concat(table.Number is null ? [table.Type.FindPrimaryKey()!.Properties] : [])
                .Select(properties => properties.Select(property => property.PropertyInfo!).ToList()),
        ];
    }

    public static async Task<UniqueRows> ReadAsync(CorpusContext context, ArchiveTable table, CancellationToken cancellation)
    {
        var rows = new UniqueRows(table);
        if (rows.indexes.Count > 0)
        {
            var read = (Task)typeof(UniqueRows).GetMethod(nameof(ReadRowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(table.Type.ClrType).Invoke(rows, [context, cancellation])!;
            await read;
        }

        return rows;
    }

    /// <returns>Null when there is none like it; the id is null for tables without numbers.</returns>
    public (int? Id, string Reason)? Find(object entity)
    {
        for (var index = 0; index < indexes.Count; index++)
        {
            if (ValueOf(entity, index) is { } value && known.TryGetValue((index, value), out var id))
                return (id, $"the corpus has one of the same {string.Join(" and ", indexes[index].Select(property => property.Name))} already");
        }

        return null;
    }

    public void Add(object entity)
    {
        for (var index = 0; index < indexes.Count; index++)
        {
            if (ValueOf(entity, index) is { } value)
                known.TryAdd((index, value), table.Number is { } number ? (int?)number.Of(entity) : null);
        }
    }

    private async Task ReadRowsAsync<T>(CorpusContext context, CancellationToken cancellation) where T : class
    {
        await foreach (var row in context.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            Add(row);
    }

    /// <summary>Null, which equals nothing in a database, for a value that is not given.</summary>
    private string? ValueOf(object entity, int index)
    {
        var values = indexes[index].Select(property => property.GetValue(entity)).ToList();
        return values.Contains(null) ? null : string.Join('\n', values);
    }
}
