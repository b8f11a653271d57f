using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>A chart as a table whose last column repeats the figure as a bar of shaded cells.</summary>
internal static class DocxTable
{
    private const int Label = 4200;
    private const int Count = 900;
    private const int Bar = 3900;

    public static Table Of(ReportBars chart)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = (Label + Count + Bar).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCaption { Val = chart.Title }),
            new TableGrid(Column(Label), Column(Count), Column(Bar)));
        table.Append(new TableRow(
            new TableRowProperties(new TableHeader()),
            Cell(Label, DocxReport.Bold(chart.Title)), Cell(Count, DocxReport.Bold(chart.Unit)), Cell(Bar, DocxReport.Run(""))));
        var largest = Math.Max(1, chart.Rows.Max(row => row.Count));
        foreach (var row in chart.Rows)
        {
            var length = Math.Max(1, 24 * row.Count / largest);
            table.Append(new TableRow(
                Cell(Label, DocxReport.Run(row.Label)),
                Cell(Count, DocxReport.Run(row.Count.ToString(CultureInfo.InvariantCulture))),
                Cell(Bar, new Run(new RunProperties(new Color { Val = row.Colour.TrimStart('#') }), new Text(new string('█', length))))));
        }

        return table;
    }

    private static GridColumn Column(int width) => new() { Width = width.ToString(CultureInfo.InvariantCulture) };

    private static TableCell Cell(int width, Run content) => new(
        new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }),
        DocxReport.Paragraph("Cell", content));
}
