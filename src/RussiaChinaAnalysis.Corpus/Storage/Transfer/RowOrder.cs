using Microsoft.EntityFrameworkCore.Metadata;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>
/// In a table that refers to itself, a row waits until the rows that it refers to have gone before it: a theme for its
/// parent, whatever their ids.
/// </summary>
internal sealed class RowOrder
{
    private readonly List<int> references;
    private readonly int key;
    private readonly HashSet<object> gone = [];
    private readonly Dictionary<object, List<object?[]>> waiting = [];

    public RowOrder(ITable table, TableRows rows)
    {
        references = [.. table.ForeignKeyConstraints
            .Where(constraint => constraint.PrincipalTable == table && constraint.Columns.Count == 1)
            .Select(constraint => rows.PlaceOf(constraint.Columns[0]))];
        key = rows.PlaceOf((IColumn)table.PrimaryKey!.Columns[0]);
    }

    /// <summary>The row, if nothing keeps it, followed by all that waited for it.</summary>
    public IEnumerable<object?[]> Next(object?[] row)
    {
        if (references.Count == 0)
        {
            yield return row;
            yield break;
        }

        var ready = new Queue<object?[]>([row]);
        while (ready.TryDequeue(out var next))
        {
            if (references.Select(place => next[place]).FirstOrDefault(other => other is not null && !gone.Contains(other)) is { } missing)
            {
                if (!waiting.TryGetValue(missing, out var list))
                    waiting[missing] = list = [];
                list.Add(next);
                continue;
            }

            yield return next;
            gone.Add(next[key]!);
            if (waiting.Remove(next[key]!, out var released))
                released.ForEach(ready.Enqueue);
        }
    }
}
