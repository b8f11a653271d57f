using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports.Formats;
using RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;
using RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>Writes reports as files.</summary>
public sealed class ReportExport(PdfFonts fonts)
{
    private readonly IReportFormat[] formats =
        [new HtmlReport(), new PdfReport(fonts), new DocxReport(), new MarkdownReport(), new XlsxReport(), new CsvReport(), new JsonReport()];

    public IReadOnlyList<FormatDescription> Formats => [.. formats.Select(format => format.Description)];

    /// <summary>Null when there is no such format.</summary>
    public FormatDescription? Find(string key) => Formats.FirstOrDefault(format => format.Key == key);

    /// <param name="format">One that <see cref="Find"/> gave.</param>
    public void Write(FormatDescription format, ReportContent content, Stream output, IProgress<ExportProgress>? progress, CancellationToken cancellation)
    {
        var total = content.Sections.Sum(section => section.Items.Count);
        formats.Single(candidate => candidate.Description == format).Write(content, output, new CountedProgress(progress, total), cancellation);
        progress?.Report(new(total, total));
    }
}
