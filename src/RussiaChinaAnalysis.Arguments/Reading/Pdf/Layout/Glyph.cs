namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>One sign at its place. Lengths are points, from the lower left corner of the page; sizes are the font's.</summary>
/// <param name="Right">Where the next glyph is due.</param>
internal sealed record Glyph(string Text, double Left, double Right, double Baseline, double Size, bool Bold)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}

/// <param name="Number">From 1.</param>
/// <param name="Artifacts">What the file itself calls no part of the text: running heads, page numbers, watermarks.</param>
internal sealed record PlacedPage(
    int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Glyph> Artifacts, int Pictures);
