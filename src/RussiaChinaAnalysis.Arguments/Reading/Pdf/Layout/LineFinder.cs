namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

internal static class LineFinder
{
    /// <returns>The lines of one column, from the top.</returns>
    public static List<Line> Find(IEnumerable<Word> words, int page)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            if (lines.Count > 0 && lines[^1][0] is var first && first.Baseline - word.Baseline <= Ems.SameBaseline * Math.Max(first.Size, word.Size))
                lines[^1].Add(word);
            else
                lines.Add([word]);
        }

        return DropCaps.Settle([.. lines.Select(line => new Line([.. line.OrderBy(word => word.Left)], page))]);
    }
}
