namespace RussiaChinaAnalysis.Fuzz.Samples;

/// <summary>Sound files of each format, small, with all that the readers look at.</summary>
public static class SampleFiles
{
    /// <summary>One ending of each reader.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["md", "txt", "html", "docx", "pdf"];

    public static IReadOnlyList<byte[]> Of(string format) => format switch
    {
        "pdf" => Pdf.Value,
        "docx" => Word.Value,
        "html" => Html.Value,
        _ => [TextSamples.Markdown, TextSamples.Plain],
    };

    private static readonly Lazy<IReadOnlyList<byte[]>> Pdf = new(() => [PdfSamples.FromBuilder(), PdfSamples.Plain(), PdfSamples.Compressed()]);

    private static readonly Lazy<IReadOnlyList<byte[]>> Html = new(() => [HtmlSamples.OfSite(), HtmlSamples.EssayAlone(), HtmlSamples.OldEncoding()]);

    private static readonly Lazy<IReadOnlyList<byte[]>> Word = new(() => [WordSamples.Essay()]);
}
