using RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>
/// Makes of each page its glyphs and nothing else: no paths, no pictures, and a look at the budget at every step. The
/// library makes the factory, with these arguments.
/// </summary>
internal sealed class PdfPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options) : BasePageFactory<PlacedPage>(scanner, resources, filters, parser, options)
{
    protected override PlacedPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation>? operations)
    {
        var size = new PageSizes(cropBox.Bounds, rotation.SwapsAxis);
        if (operations is null || operations.Count == 0)
            return new PlacedPage(pageNumber, size.Width, size.Height, [], [], 0);
        var painter = new GlyphCollector(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, initialMatrix, ParsingOptions);
        return painter.Process(pageNumber, operations) with { Width = size.Width, Height = size.Height };
    }

    private readonly record struct PageSizes(PdfRectangle Bounds, bool Swaps)
    {
        public double Width => Swaps ? Bounds.Height : Bounds.Width;

        public double Height => Swaps ? Bounds.Width : Bounds.Height;
    }
}
