using RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;
using UglyToad.PdfPig;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <param name="Unreadable">Why there is nothing to read; null when there is.</param>
internal sealed record PageGlyphs(IReadOnlyList<PlacedPage> Pages, string? Unreadable)
{
    // A scan may carry a stamp or a page number as text.
    private const int FewestGlyphsPerPage = 15;

    public static PageGlyphs ReadAll(PdfDocument pdf, PdfBudget budget)
    {
        FontGuard.Check(pdf, budget);
        pdf.AddPageFactory<PlacedPage, PdfPageFactory>();
        var pages = new List<PlacedPage>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            budget.Check();
            pages.Add(pdf.GetPage<PlacedPage>(number));
        }

        // Some programs call everything an artifact.
        if (pages.TrueForAll(page => page.Glyphs.Count == 0))
            pages = [.. pages.Select(page => page with { Glyphs = page.Artifacts })];
        var glyphs = pages.Sum(page => page.Glyphs.Count);
        var unknown = pages.Sum(page => page.Glyphs.Count(glyph => glyph.Text == "\uFFFD"));
        return new PageGlyphs(pages, WhyUnreadable(pages.Count, glyphs, unknown, pages.Sum(page => page.Pictures)));
    }

    private static string? WhyUnreadable(int pages, int glyphs, int unknown, int pictures) =>
        glyphs < FewestGlyphsPerPage * pages && pictures > 0
            ? "holds pictures of pages without text, as a scanner makes them; have its text recognised (OCR), and import the result."
        : glyphs == 0
            ? "holds no text; if its letters are drawn as pictures, have its text recognised (OCR), and import the result."
        : unknown > glyphs / 3
            ? "does not say which letters its signs stand for; have its text recognised (OCR), or save the essay in another format."
        : null;
}
