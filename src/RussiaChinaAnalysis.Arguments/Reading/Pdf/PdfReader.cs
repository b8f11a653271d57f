using RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>
/// Reads PDF files that hold text. A page is only glyphs at places, so words, lines, columns, paragraphs and headings
/// are found from their geometry; running heads, feet and page numbers are left out; footnotes follow the body.
/// </summary>
public sealed class PdfReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    public string MediaType => "application/pdf";

    public bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation) =>
        ForeignPdf.Refuse(file) ?? GuardedReading.Run(
            file, limits, "the program it was made with", budget => BoundedThread.Run(() => ReadPages(file, limits, budget), budget), cancellation);

    private ReadResult ReadPages(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        var budget = new PdfBudget(cancellation);
        try
        {
            using var pdf = PdfDocument.Open(file.Content, budget);
            if (pdf.NumberOfPages > limits.MaximumPages)
                return Refusals.TooManyPages(file, pdf.NumberOfPages, limits);
            var pages = PageGlyphs.ReadAll(pdf, budget);
            if (pages.Unreadable is { } reason)
                return Refusals.NoText(file, reason);
            var builder = new DocumentBuilder();
            new PageComposer(builder, cancellation).Compose(pages.Pages);
            var metadata = PdfMetadata.Read(pdf);
            return new ReadResult.Success(
                builder.Build(file, metadata.Title, metadata.Author, metadata.Published, metadata.Language), MediaType);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Refusals.Encrypted(file, "is protected with a password; open it, remove the protection or print it to a new PDF, and import that.");
        }
        catch (Exception) when (budget.IsExceeded)
        {
            return Refusals.TooComplex(file, "unpacks to far more than an essay needs; print it to a new PDF, and import that.");
        }
    }
}
