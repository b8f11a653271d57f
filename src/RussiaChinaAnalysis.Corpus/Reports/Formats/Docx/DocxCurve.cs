using System.Globalization;
using RussiaChinaAnalysis.Corpus.Reports.Figures;
using A = DocumentFormat.OpenXml.Drawing;
using Wps = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>A line of a figure as a shape of Word, with an arrow at its end.</summary>
internal static class DocxCurve
{
    /// <param name="emu">Gives a length in points in the units of Word.</param>
    public static Wps.WordprocessingShape Of(DrawnCurve curve, Func<double, int> emu)
    {
        var (left, top) = (Math.Min(curve.FromX, curve.ToX), Math.Min(curve.FromY, curve.ToY));
        // What has no extent at all is not drawn by some programs.
        var (width, height) = (Math.Max(1, emu(Math.Abs(curve.FromX - curve.ToX))), Math.Max(1, emu(Math.Abs(curve.FromY - curve.ToY))));
        var middle = (curve.FromX + curve.ToX) / 2;
        var path = new A.Path(
            new A.MoveTo(Point(curve.FromX, curve.FromY)),
            new A.CubicBezierCurveTo(Point(middle, curve.FromY), Point(middle, curve.ToY), Point(curve.ToX, curve.ToY)))
        { Width = width, Height = height, Fill = A.PathFillModeValues.None };
        var line = new A.Outline(DocxDrawing.Solid(InkColours.Of(curve.Ink)), new A.PresetDash { Val = Dash(curve.Pattern) }) { Width = 12_700 };
        line.Append(new A.TailEnd { Type = A.LineEndValues.Triangle, Width = A.LineEndWidthValues.Medium, Length = A.LineEndLengthValues.Medium });
        return new(
            new Wps.NonVisualConnectorProperties(),
            new Wps.ShapeProperties(
                new A.Transform2D(new A.Offset { X = emu(left), Y = emu(top) }, new A.Extents { Cx = width, Cy = height }),
                new A.CustomGeometry(new A.AdjustValueList(), new A.ShapeGuideList(), new A.AdjustHandleList(), new A.ConnectionSiteList(), new A.Rectangle { Left = "0", Top = "0", Right = "r", Bottom = "b" }, new A.PathList(path)),
                new A.NoFill(),
                line),
            new Wps.TextBodyProperties());

        A.Point Point(double x, double y) => new() { X = Text(emu(x - left)), Y = Text(emu(y - top)) };
    }

    private static A.PresetLineDashValues Dash(LinePattern pattern) => pattern switch
    {
        LinePattern.Dashed => A.PresetLineDashValues.Dash,
        LinePattern.Dotted => A.PresetLineDashValues.SystemDot,
        _ => A.PresetLineDashValues.Solid,
    };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
