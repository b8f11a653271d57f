using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using RussiaChinaAnalysis.Corpus.Reports.Figures;
using A = DocumentFormat.OpenXml.Drawing;
using Drawing = RussiaChinaAnalysis.Corpus.Reports.Figures.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Wpg = DocumentFormat.OpenXml.Office2010.Word.DrawingGroup;
using Wps = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>
/// A figure as a group of Word's own shapes: sharp at every size, editable, and with a text alternative. SVG would need
/// a raster image beside it, and that a graphics library for every operating system.
/// </summary>
internal sealed class DocxDrawing
{
    private const string GroupNamespace = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    private const double EmuInPoint = 12_700;

    /// <summary>The column of text, in points.</summary>
    private const double MostWidth = 453;
    private const double MostHeight = 640;

    private readonly Drawing drawing;
    private readonly double scale;

    private DocxDrawing(Drawing drawing)
    {
        this.drawing = drawing;
        scale = Math.Min(1, Math.Min(MostWidth / drawing.Width, MostHeight / drawing.Height));
    }

    /// <param name="id">Unique in the document.</param>
    public static Paragraph Of(Drawing drawing, uint id) => new DocxDrawing(drawing).Create(id);

    private Paragraph Create(uint id)
    {
        var group = new Wpg.WordprocessingGroup(
            new Wpg.NonVisualGroupDrawingShapeProperties(),
            new Wpg.GroupShapeProperties(new A.TransformGroup(
                new A.Offset { X = 0, Y = 0 }, Size<A.Extents>(drawing.Width, drawing.Height), new A.ChildOffset { X = 0, Y = 0 }, Size<A.ChildExtents>(drawing.Width, drawing.Height))));
        for (var at = 0; at < drawing.Shapes.Count; at++)
        {
            switch (drawing.Shapes[at])
            {
                case DrawnBox box:
                    var lines = drawing.Shapes.Skip(at + 1).TakeWhile(shape => shape is DrawnText text && text.Y <= box.Y + box.Height).Cast<DrawnText>().ToList();
                    group.Append(Box(box, lines));
                    at += lines.Count;
                    break;
                case DrawnBar bar:
                    group.Append(Shape(bar.X, bar.Y, bar.Width, bar.Height, Rectangle(), Solid(bar.Colour), new A.Outline(new A.NoFill())));
                    break;
                case DrawnText text:
                    group.Append(Words(text));
                    break;
                case DrawnCurve curve:
                    group.Append(DocxCurve.Of(curve, Emu));
                    break;
            }
        }

        var inline = new Wp.Inline(
            new Wp.Extent { Cx = Emu(drawing.Width), Cy = Emu(drawing.Height) },
            new Wp.DocProperties { Id = id, Name = string.Create(CultureInfo.InvariantCulture, $"Figure {id}"), Title = XmlText.Of(drawing.Title), Description = XmlText.Of(drawing.Description) },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(group) { Uri = GroupNamespace }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        var choice = new AlternateContentChoice(new DocumentFormat.OpenXml.Wordprocessing.Drawing(inline)) { Requires = "wpg" };
        var alternate = new AlternateContent(choice, new AlternateContentFallback(new Text(XmlText.Of(drawing.Description))));
        alternate.AddNamespaceDeclaration("wpg", GroupNamespace);
        return DocxReport.Paragraph("Figure", new Run(alternate));
    }

    /// <summary>A box with its words in it, so that it stays one thing when it is moved.</summary>
    private Wps.WordprocessingShape Box(DrawnBox box, List<DrawnText> lines)
    {
        var shape = Shape(box.X, box.Y, box.Width, box.Height, Rectangle(), Solid(InkColours.Of(box.Fill)), new A.Outline(Solid(InkColours.Of(box.Edge))) { Width = 9_525 });
        if (lines.Count > 0)
            AddWords(shape, lines, Emu(lines[0].X - box.X), Emu(5));
        return shape;
    }

    private Wps.WordprocessingShape Words(DrawnText text)
    {
        var shape = Shape(text.X, text.Y - text.Size, Math.Max(40, text.Text.Length * text.Size * 0.62), text.Size * 1.4, Rectangle(), new A.NoFill(), new A.Outline(new A.NoFill()));
        AddWords(shape, [text], 0, 0);
        return shape;
    }

    private void AddWords(Wps.WordprocessingShape shape, List<DrawnText> lines, int left, int top)
    {
        var content = new TextBoxContent();
        foreach (var line in lines)
        {
            var letters = new RunProperties();
            if (line.IsBold)
                letters.Append(new Bold());
            letters.Append(new Color { Val = InkColours.Of(line.Ink).TrimStart('#') }, new FontSize { Val = HalfPoints(line.Size) });
            content.Append(new Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = "FigureText" },
                    new SpacingBetweenLines { Before = "0", After = "0", Line = Twentieths(line.Size * 1.26), LineRule = LineSpacingRuleValues.Exact }),
                new Run(letters, DocxReport.Text(line.Text))));
        }

        shape.RemoveAllChildren<Wps.TextBodyProperties>();
        shape.Append(
            new Wps.TextBoxInfo2(content),
            new Wps.TextBodyProperties(new A.NoAutoFit()) { LeftInset = left, TopInset = top, RightInset = 0, BottomInset = 0, Wrap = lines.Count > 1 ? A.TextWrappingValues.Square : A.TextWrappingValues.None, Anchor = A.TextAnchoringTypeValues.Top });
    }

    private Wps.WordprocessingShape Shape(double x, double y, double width, double height, OpenXmlElement form, OpenXmlElement fill, A.Outline line) => new(
        new Wps.NonVisualDrawingShapeProperties(),
        new Wps.ShapeProperties(new A.Transform2D(new A.Offset { X = Emu(x), Y = Emu(y) }, Size<A.Extents>(width, height)), form, fill, line),
        new Wps.TextBodyProperties());

    private static A.PresetGeometry Rectangle() => new(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle };

    internal static A.SolidFill Solid(string colour) => new(new A.RgbColorModelHex { Val = colour.TrimStart('#') });

    private T Size<T>(double width, double height) where T : A.PositiveSize2DType, new() => new() { Cx = Emu(width), Cy = Emu(height) };

    private int Emu(double points) => (int)Math.Round(points * scale * EmuInPoint);

    private string HalfPoints(double size) => Math.Max(2, Math.Round(size * scale * 2)).ToString(CultureInfo.InvariantCulture);

    private string Twentieths(double size) => Math.Round(size * scale * 20).ToString(CultureInfo.InvariantCulture);
}
