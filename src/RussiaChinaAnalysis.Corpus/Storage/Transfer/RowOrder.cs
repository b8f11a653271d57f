namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>
/// In a table that refers to itself, a row waits until the rows that it refers to have gone before it: a theme for its
/// parent, whatever their ids.
/// </summary>
/// <param name="key">What other rows know the row by.</param>
/// <param name="references">Each gives the key of a row of the same table, or null.</param>
internal sealed class RowOrder<T>(Func<T, object> key, IReadOnlyList<Func<T, object?>> references)
{
    private readonly HashSet<object> gone = [];
    private readonly Dictionary<object, List<T>> waiting = [];

    /// <summary>Whether rows still wait for others, which after the last row can only be one another.</summary>
    public bool HasWaiting => waiting.Count > 0;

    /// <summary>The row, if nothing keeps it, followed by all that waited for it.</summary>
    public IEnumerable<T> Next(T row)
    {
        if (references.Count == 0)
        {
            yield return row;
            yield break;
        }

        var ready = new Queue<T>([row]);
        while (ready.TryDequeue(out var next))
        {
            if (references.Select(reference => reference(next)).FirstOrDefault(other => other is not null && !gone.Contains(other)) is { } missing)
            {
                if (!waiting.TryGetValue(missing, out var list))
                    waiting[missing] = list = [];
                list.Add(next);
                continue;
            }

            yield return next;
            gone.Add(key(next));
            if (waiting.Remove(key(next), out var released))
                released.ForEach(ready.Enqueue);
        }
    }
}
