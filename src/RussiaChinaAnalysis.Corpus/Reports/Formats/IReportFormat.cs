using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>Writes a report as a file. The same content always gives the same bytes.</summary>
internal interface IReportFormat
{
    FormatDescription Description { get; }

    /// <param name="output">A stream that can be written at once and read back; formats that are packages need that.</param>
    /// <param name="progress">How many statements are written.</param>
    void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation);
}
