using RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Follows the drawing of a page and keeps its upright glyphs: stamps that run along an edge are no part of the text.</summary>
internal sealed class GlyphCollector(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions options)
    : BaseStreamProcessor<PlacedPage>(pageNumber, resources, scanner, parser, filters, cropBox, unit, rotation, in initialMatrix, options)
{
    private const int DeepestForms = 20;

    private readonly PdfBudget budget = (PdfBudget)options;
    private readonly List<Glyph> glyphs = [];
    private readonly List<Glyph> artifacts = [];
    private readonly Stack<bool> markedAsArtifact = new();
    private readonly Dictionary<IFont, bool> bold = [];
    private readonly double extent = Math.Max(cropBox.Bounds.Width, cropBox.Bounds.Height);
    private int pictures;
    private int depth;

    public override PlacedPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PlacedPage(pageNumberCurrent, 0, 0, glyphs, artifacts, pictures);
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        // A form can draw a form, and at some distance itself: the library sees only the nearest circles.
        if (++depth > DeepestForms)
            budget.Exceed();
        foreach (var operation in operations)
        {
            budget.Check();
            operation.Run(this);
        }

        depth--;
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        budget.CountGlyph();
        var toPage = renderingMatrix.Multiply(textMatrix).Multiply(transformationMatrix);
        var start = toPage.Transform(new PdfPoint(0, 0));
        var end = toPage.Transform(new PdfPoint(characterBoundingBox.Width, 0));
        var top = toPage.Transform(new PdfPoint(0, 1));
        var size = top.Y - start.Y;
        if (!(size is > 0.5 and < 1_000) || Math.Abs(end.Y - start.Y) > 0.2 * size || !(end.X >= start.X) || !IsOnPage(start))
            return;
        var known = font.TryGetUnicode(code, out var written) && !string.IsNullOrEmpty(written);
        var text = known ? Ligatures.Expand(written!) : code is >= ' ' and <= '~' ? ((char)code).ToString() : "\uFFFD";
        var target = markedAsArtifact.Contains(true) ? artifacts : glyphs;
        target.Add(new Glyph(text, start.X, end.X, start.Y, size, IsBold(font)));
    }

    private bool IsOnPage(PdfPoint point) =>
        point.X >= -1 && point.X <= extent + 1 && point.Y >= -1 && point.Y <= extent + 1;

    private bool IsBold(IFont font)
    {
        if (!bold.TryGetValue(font, out var isBold))
            bold[font] = isBold = FontWeights.IsBold(font);
        return isBold;
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties) =>
        markedAsArtifact.Push(name.Data == "Artifact");

    public override void EndMarkedContent() => markedAsArtifact.TryPop(out _);

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => pictures++;

    protected override void RenderInlineImage(InlineImage inlineImage) => pictures++;

    public override void BeginSubpath() { }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) { }

    public override void FillPath(FillingRule fillingRule, bool close) { }

    public override void FillStrokePath(FillingRule fillingRule, bool close) { }

    public override void MoveTo(double x, double y) { }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

    public override void LineTo(double x, double y) { }

    public override void Rectangle(double x, double y, double width, double height) { }

    public override void EndPath() { }

    public override void ClosePath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    public override void PaintShading(NameToken shadingName) { }
}
