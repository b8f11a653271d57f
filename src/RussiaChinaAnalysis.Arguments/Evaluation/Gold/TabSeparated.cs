using System.Collections;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>A table whose first line names its columns. Fields hold no tabs and no line breaks, and are not quoted.</summary>
internal sealed class TabSeparated : IReadOnlyList<TabSeparated.Row>
{
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, int> columns;

    private TabSeparated(string header) =>
        columns = header.Split('\t').Select((name, index) => (name, index)).DistinctBy(column => column.name).ToDictionary(column => column.name, column => column.index, StringComparer.Ordinal);

    public int Count => rows.Count;

    public Row this[int index] => rows[index];

    public static TabSeparated Parse(string table)
    {
        var lines = table.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var parsed = new TabSeparated(lines[0]);
        for (var index = 1; index < lines.Length; index++)
        {
            if (lines[index].Length > 0)
                parsed.rows.Add(new(parsed.columns, lines[index].Split('\t'), index + 1));
        }

        return parsed;
    }

    public string? Missing(params ReadOnlySpan<string> names)
    {
        foreach (var column in names)
        {
            if (!columns.ContainsKey(column))
                return column;
        }

        return null;
    }

    public IEnumerator<Row> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="Line">From 1, counting the header.</param>
    internal sealed record Row(IReadOnlyDictionary<string, int> Columns, string[] Fields, int Line)
    {
        /// <summary>Empty where the table has no such column or the line ends before it.</summary>
        public string this[string column] =>
            Columns.TryGetValue(column, out var index) && index < Fields.Length ? Fields[index] : "";
    }
}
