using System.Globalization;

namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <summary>Horizontal bars, each with its label and its figure.</summary>
internal static class BarDrawing
{
    private const double Width = 480;
    private const double Row = 20;
    private const double Label = 190;
    private const double Longest = 240;
    private const int LabelLetters = 34;

    public static Drawing Of(ReportBars bars)
    {
        var shapes = new List<DrawnShape>();
        var largest = Math.Max(1, bars.Rows.Select(row => row.Count).DefaultIfEmpty().Max());
        for (var row = 0; row < bars.Rows.Count; row++)
        {
            var (label, count, colour) = bars.Rows[row];
            var top = row * Row;
            var length = Longest * count / largest;
            shapes.Add(new DrawnText(0, top + 13, TextLines.Shorten(label, LabelLetters), 10, Ink.Text));
            shapes.Add(new DrawnBar(Label, top + 4, length, 12, colour));
            shapes.Add(new DrawnText(Label + length + 6, top + 13, count.ToString(CultureInfo.InvariantCulture), 10, Ink.Quiet));
        }

        var description = string.Join("; ", bars.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Label}: {row.Count}")));
        return new(Width, Math.Max(Row, bars.Rows.Count * Row), bars.Title, $"{description}.", shapes);
    }
}
