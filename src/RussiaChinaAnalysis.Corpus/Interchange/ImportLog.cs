namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Collects what becomes of the things in a file; things of one kind and one reason share a line.</summary>
internal sealed class ImportLog
{
    private readonly Dictionary<(ImportState State, string One, string Many, string Of, string? Reason), int> counts = [];

    public IReadOnlyList<ImportLine> Lines =>
        [.. counts.Select(pair => new ImportLine(pair.Key.State, What(pair.Key, pair.Value), pair.Key.Reason, pair.Value))];

    /// <param name="of">What the thing belongs to, as “ of “On trade””; empty for nothing.</param>
    public void Add(ImportState state, string one, string many, string of = "", string? reason = null, int count = 1)
    {
        if (count == 0)
            return;
        var key = (state, one, many, of, reason);
        counts[key] = counts.GetValueOrDefault(key) + count;
    }

    private static string What((ImportState State, string One, string Many, string Of, string? Reason) key, int count) =>
        FormattableString.Invariant($"{count} {(count == 1 ? key.One : key.Many)}{key.Of}");
}
