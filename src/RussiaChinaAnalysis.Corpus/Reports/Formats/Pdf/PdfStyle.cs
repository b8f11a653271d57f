namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>How a paragraph of a PDF looks. Lengths in points.</summary>
/// <param name="Keep">Whether it must stand on one page with the beginning of what follows.</param>
/// <param name="Bar">The colour of a line at its left; null for none.</param>
internal sealed record PdfStyle(
    double Size, double Before, double After, double Indent = 0, bool IsBold = false, string Colour = "#1b1f24", bool Keep = false, string? Bar = null, int Heading = 0)
{
    private const string Quiet = "#59616b";

    public static PdfStyle Title { get; } = new(22, 0, 4, IsBold: true, Keep: true, Heading: 1);

    public static PdfStyle Byline { get; } = new(11.5, 0, 2);

    public static PdfStyle Coverage { get; } = new(9.5, 0, 14, Colour: Quiet);

    public static PdfStyle Section { get; } = new(15, 22, 6, IsBold: true, Keep: true, Heading: 2);

    public static PdfStyle PageNumber { get; } = new(8.5, 0, 0, Colour: Quiet);

    public static PdfStyle ContentsTitle { get; } = new(13, 12, 4, IsBold: true, Keep: true);

    public static PdfStyle Contents { get; } = new(10.5, 0, 2);

    public static PdfStyle Part { get; } = new(12, 12, 4, IsBold: true, Keep: true, Heading: 3);

    public static PdfStyle Prose { get; } = new(10.5, 0, 6);

    public static PdfStyle Item { get; } = new(10.5, 0, 3, Indent: 14);

    public static PdfStyle Statement { get; } = new(11.5, 10, 2, Indent: 10, Keep: true, Bar: "#33479f");

    public static PdfStyle Labels { get; } = new(9, 0, 3, Indent: 10, Colour: Quiet);

    public static PdfStyle Evidence { get; } = new(10, 0, 3, Indent: 26, Bar: "#0c6a55");

    public static PdfStyle Counter { get; } = new(10, 0, 3, Indent: 26, Bar: "#a12c2c");

    public static PdfStyle Note { get; } = new(9.5, 0, 3, Indent: 26);

    public static PdfStyle Reference { get; } = new(8.5, 0, 3.5, Indent: 0);
}

/// <param name="IsBold">Added to what the style says.</param>
internal sealed record PdfRun(string Text, bool IsBold = false, bool IsItalic = false);
