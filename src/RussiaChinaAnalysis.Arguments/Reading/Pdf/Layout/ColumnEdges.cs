namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Where the lines of a column begin and end.</summary>
internal readonly record struct ColumnEdges(double Left, double Right)
{
    private const int LinesAround = 40;

    public double Width => Right - Left;

    /// <summary>Of the lines near one of them: a column can change its width where a page is divided again.</summary>
    public static ColumnEdges Around(IReadOnlyList<Line> lines, int at)
    {
        var begin = Math.Max(0, at - LinesAround);
        var end = Math.Min(lines.Count, at + LinesAround);
        var (left, right) = (double.MaxValue, double.MinValue);
        for (var near = begin; near < end; near++)
        {
            left = Math.Min(left, lines[near].Left);
            right = Math.Max(right, lines[near].Right);
        }

        return new ColumnEdges(left, right);
    }
}
