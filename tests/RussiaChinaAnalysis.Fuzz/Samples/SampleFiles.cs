using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Fuzz.Samples;

/// <summary>Sound files of each format, small, with all that the readers look at.</summary>
public static class SampleFiles
{
    public static IReadOnlyList<string> Formats { get; } = [.. DocumentReaders.Default.Extensions.Select(extension => extension[1..])];

    public static IReadOnlyList<byte[]> Of(string format) => format switch
    {
        "pdf" => Pdf.Value,
        "docx" or "docm" => Word.Value,
        "html" or "htm" or "xhtml" => Html.Value,
        _ => [TextSamples.Markdown, TextSamples.Plain],
    };

    private static readonly Lazy<IReadOnlyList<byte[]>> Pdf = new(() => [PdfSamples.FromBuilder(), PdfSamples.Plain(), PdfSamples.Compressed()]);

    private static readonly Lazy<IReadOnlyList<byte[]>> Html = new(() => [HtmlSamples.OfSite(), HtmlSamples.EssayAlone(), HtmlSamples.OldEncoding()]);

    private static readonly Lazy<IReadOnlyList<byte[]>> Word = new(() => [WordSamples.Essay()]);
}
