namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>
/// Divides a page where an empty strip runs down between two bodies of text, and orders the parts as they are read: what
/// stands above the strip, left of it, right of it, below it. Each part is divided again.
/// </summary>
internal static class ColumnFinder
{
    private const int DeepestDivision = 5;
    private const int FewestLines = 4;
    private const double NarrowestColumn = 8;
    private const double FewestWordsPerLine = 2;
    private const int MostEdges = 40;

    // No printed page holds more; the search looks at every word for every edge.
    private const int MostWords = 20_000;

    public static IEnumerable<List<Word>> Find(List<Word> words, CancellationToken cancellation) =>
        Divide([.. words.OrderByDescending(word => word.Baseline).ThenBy(word => word.Left)], 0, cancellation);

    private static IEnumerable<List<Word>> Divide(List<Word> words, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (words.Count == 0)
            return [];
        if (depth == DeepestDivision || words.Count > MostWords || FindStrip(words) is not { } strip)
            return [words];
        var beside = words[strip.Begin..strip.End];
        List<Word>[] parts =
        [
            words[..strip.Begin],
            beside.FindAll(word => word.Left < strip.Edge),
            beside.FindAll(word => word.Left >= strip.Edge),
            words[strip.End..],
        ];
        return parts.SelectMany(part => Divide(part, depth + 1, cancellation));
    }

    private static Strip? FindStrip(List<Word> words)
    {
        var gutter = Ems.Gutter * Median(words.Select(word => word.Size));
        // The right column's lines begin at one edge: the edges at which most words begin are worth a look.
        var edges = words
            .GroupBy(word => Math.Floor(word.Left))
            .Where(group => group.Count() >= FewestLines)
            .OrderByDescending(group => group.Count())
            .Take(MostEdges)
            .Select(group => group.Min(word => word.Left) - 0.5);
        return edges.SelectMany(edge => Strips(words, edge, gutter)).OrderByDescending(strip => strip.End - strip.Begin).FirstOrDefault();
    }

    private static IEnumerable<Strip> Strips(List<Word> words, double edge, double gutter)
    {
        var begin = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            if (at < words.Count && !(words[at].Left < edge && words[at].Right > edge - gutter))
                continue;
            // A line that crosses the strip takes its other words with it.
            var end = at;
            while (at < words.Count && end > begin && IsSameLine(words[end - 1], words[at]))
                end--;
            var strip = new Strip(edge, begin, end);
            if (strip.DividesText(words))
                yield return strip;
            begin = at + 1;
            while (at < words.Count && begin < words.Count && IsSameLine(words[begin], words[at]))
                begin++;
        }
    }

    private static bool IsSameLine(Word one, Word other) =>
        Math.Abs(one.Baseline - other.Baseline) <= Ems.SameBaseline * Math.Max(one.Size, other.Size);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <param name="Edge">Where the part on the right begins.</param>
    /// <param name="Begin">Of the words beside the strip, from the top.</param>
    private sealed record Strip(double Edge, int Begin, int End)
    {
        public bool DividesText(List<Word> words)
        {
            var left = new List<Word>();
            var right = new List<Word>();
            for (var at = Begin; at < End; at++)
                (words[at].Left < Edge ? left : right).Add(words[at]);
            return IsText(left) && IsText(right);
        }

        private static bool IsText(List<Word> side)
        {
            if (side.Count < FewestLines * FewestWordsPerLine)
                return false;
            var lines = 1;
            for (var at = 1; at < side.Count; at++)
                lines += IsSameLine(side[at - 1], side[at]) ? 0 : 1;
            var characters = side.Sum(word => word.Text.Length);
            var eastAsian = side.Count(word => Script.IsEastAsian(word.Text[0])) > side.Count / 2;
            return lines >= FewestLines
                && side.Max(word => word.Right) - side.Min(word => word.Left) >= NarrowestColumn * Median(side.Select(word => word.Size))
                && (eastAsian ? characters >= 5 * lines : side.Count >= FewestWordsPerLine * lines);
        }
    }
}
