namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>The sizes and distances that most of the document is set in.</summary>
internal sealed class TypeScale
{
    private const double HeadingFrom = 1.12;
    private const double SmallFrom = 0.93;

    private readonly Dictionary<double, double> leadings;
    private readonly double[] headingSizes;

    public TypeScale(IReadOnlyList<IReadOnlyList<Line>> columns)
    {
        var lines = columns.SelectMany(column => column).ToList();
        BodySize = lines.GroupBy(line => Round(line.Size)).OrderByDescending(group => group.Sum(line => line.Text.Length)).Select(group => group.Key).FirstOrDefault(10);
        BodyIsBold = lines.Where(line => line.Bold).Sum(line => (long)line.Text.Length) > lines.Sum(line => (long)line.Text.Length) / 2;
        leadings = columns
            .SelectMany(column => column.Zip(column.Skip(1)))
            .Where(pair => Round(pair.First.Size) == Round(pair.Second.Size))
            .Select(pair => (Size: Round(pair.First.Size), Gap: Round(pair.First.Baseline - pair.Second.Baseline)))
            .Where(pair => pair.Gap > 0 && pair.Gap < 4 * pair.Size)
            .GroupBy(pair => pair.Size)
            .ToDictionary(group => group.Key, group => group.GroupBy(pair => pair.Gap).OrderByDescending(gap => gap.Count()).ThenBy(gap => gap.Key).First().Key);
        headingSizes = [.. lines.Select(line => Round(line.Size)).Where(IsHeadingSize).Distinct().OrderDescending()];
    }

    public double BodySize { get; }

    public bool BodyIsBold { get; }

    public bool IsHeadingSize(double size) => Round(size) >= HeadingFrom * BodySize;

    /// <summary>Smaller than the body, as notes are set.</summary>
    public bool IsSmall(double size) => Round(size) <= SmallFrom * BodySize;

    /// <summary>From one baseline to the next within a paragraph of that size.</summary>
    public double Leading(double size)
    {
        // A rare size has only the gaps around its paragraphs to show.
        var usual = 1.35 * size;
        return leadings.TryGetValue(Round(size), out var leading) && leading < 2.2 * size ? leading : usual;
    }

    /// <returns>1 for the largest size; a size of the body is one below the smallest of headings.</returns>
    public int HeadingLevel(double size)
    {
        var at = Array.IndexOf(headingSizes, Round(size));
        return Math.Clamp(at < 0 ? headingSizes.Length + 1 : at + 1, 1, 6);
    }

    private static double Round(double value) => Math.Round(value * 2) / 2;
}
