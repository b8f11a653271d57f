using UglyToad.PdfPig.PdfFonts;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

internal static class FontWeights
{
    private const int Demi = 600;

    // The name of an embedded font often says more than its numbers.
    public static bool IsBold(IFont font) =>
        font.Details.IsBold || font.Details.Weight >= Demi
        || (font.Name?.Data is { } name
            && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Black", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase)
                // The bold cuts of Computer Modern.
                || name.Contains("CMBX", StringComparison.Ordinal)));
}
