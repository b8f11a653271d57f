using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>The rows as a worksheet with a fixed heading and filters.</summary>
internal sealed class XlsxReport : IReportFormat
{
    /// <summary>What Excel can hold in a cell.</summary>
    private const int LongestText = 32_767;

    private static readonly Dictionary<string, double> Widths = new() { ["text"] = 70, ["section"] = 24, ["document"] = 30, ["notes"] = 40, ["themes"] = 24 };

    public FormatDescription Description { get; } =
        new("xlsx", "Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "spreadsheets");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>("sheet");
            WriteSheet(sheet, content, new ReportSteps(progress, cancellation));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Statements", SheetId = 1, Id = "sheet" }));
        }

        FixedPackage.Copy(package, output);
    }

    private static void WriteSheet(WorksheetPart part, ReportContent content, ReportSteps steps)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(ReportRows.Header.Select((name, place) => new Column
        {
            Min = (uint)place + 1,
            Max = (uint)place + 1,
            Width = Widths.GetValueOrDefault(name, 13),
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        uint row = 1;
        WriteRow(writer, row, ReportRows.Header, style: 1);
        foreach (var values in ReportRows.Of(content, steps))
            WriteRow(writer, ++row, values, style: 2);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(ReportRows.Header.Count)}{row}") });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<object?> values, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        for (var column = 0; column < values.Count; column++)
        {
            if (values[column] is not { } value)
                continue;
            var reference = string.Create(CultureInfo.InvariantCulture, $"{Letters(column + 1)}{number}");
            writer.WriteElement(value is string text
                ? new Cell(new InlineString(new Text(SeenText.Cut(XmlText.Of(text), LongestText)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = reference, DataType = CellValues.InlineString, StyleIndex = style }
                : new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { CellReference = reference, StyleIndex = style });
        }

        writer.WriteEndElement();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));

    /// <summary>A, B … Z, AA.</summary>
    private static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);
}
