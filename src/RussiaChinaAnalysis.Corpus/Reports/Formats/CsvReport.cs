using CsvHelper;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>The rows as RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal sealed class CsvReport : IReportFormat
{
    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape };

    public FormatDescription Description { get; } = new("csv", "CSV", ".csv", "text/csv", "tables and statistics");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(output, Form, leaveOpen: true);
        csv.WriteHeader([.. ReportRows.Header]);
        foreach (var row in ReportRows.Of(content, new ReportSteps(progress, cancellation)))
        {
            foreach (var value in row)
                csv.WriteField(value);
            csv.EndRecord();
        }
    }
}
