namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Distances that mean something in type, in multiples of the type's size, and a ratio of such.</summary>
internal static class Ems
{
    /// <summary>Between columns. Narrower than the gutter of two-column paper, wider than blanks become in justified lines.</summary>
    public const double Gutter = 0.75;

    /// <summary>From here on a line counts as set in from the edge.</summary>
    public const double Indent = 0.8;

    /// <summary>Two baselines of one line differ by less.</summary>
    public const double SameBaseline = 0.3;

    /// <summary>Between the cells of a table. No justified line has such a blank.</summary>
    public const double CellGap = 2;

    /// <summary>Blanks whose widths relate by this or more are of one width.</summary>
    public const double Alike = 0.8;
}
