using PdfSharp.Drawing;
using RussiaChinaAnalysis.Corpus.Reports.Figures;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Puts a drawing on a page, as lines and words.</summary>
internal sealed class PdfPicture(XGraphics page, Func<double, bool, string, XFont> font, PdfFonts fonts)
{
    public void Draw(Drawing drawing, double left, double top, double scale)
    {
        var state = page.Save();
        page.TranslateTransform(left, top);
        page.ScaleTransform(scale);
        foreach (var shape in drawing.Shapes)
            Draw(shape);
        page.Restore(state);
    }

    /// <param name="colour">A CSS hexadecimal colour.</param>
    public static XColor Colour(string colour)
    {
        var value = Convert.ToInt32(colour.TrimStart('#'), 16);
        return XColor.FromArgb(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }

    private void Draw(DrawnShape shape)
    {
        switch (shape)
        {
            case DrawnBox box:
                page.DrawRectangle(new XPen(Of(box.Edge), 0.8), new XSolidBrush(Of(box.Fill)), box.X, box.Y, box.Width, box.Height);
                break;
            case DrawnBar bar:
                page.DrawRectangle(new XSolidBrush(Colour(bar.Colour)), bar.X, bar.Y, bar.Width, bar.Height);
                break;
            case DrawnText text:
                var x = text.X;
                foreach (var (part, family) in PdfScripts.Split(text.Text, fonts))
                {
                    page.DrawString(part, font(text.Size, text.IsBold, family), new XSolidBrush(Of(text.Ink)), x, text.Y);
                    x += page.MeasureString(part, font(text.Size, text.IsBold, family)).Width;
                }

                break;
            case DrawnCurve curve:
                Draw(curve);
                break;
        }
    }

    private void Draw(DrawnCurve curve)
    {
        var middle = (curve.FromX + curve.ToX) / 2;
        var pen = new XPen(Of(curve.Ink), 1.1)
        {
            DashStyle = curve.Pattern switch
            {
                LinePattern.Dashed => XDashStyle.Dash,
                LinePattern.Dotted => XDashStyle.Dot,
                _ => XDashStyle.Solid,
            },
        };
        page.DrawBezier(pen, curve.FromX, curve.FromY, middle, curve.FromY, middle, curve.ToY, curve.ToX, curve.ToY);
        var back = curve.ToX < curve.FromX ? 6 : -6;
        page.DrawPolygon(
            new XSolidBrush(Of(curve.Ink)),
            [new(curve.ToX, curve.ToY), new(curve.ToX + back, curve.ToY - 3.5), new(curve.ToX + back, curve.ToY + 3.5)],
            XFillMode.Winding);
    }

    private static XColor Of(Ink ink) => Colour(InkColours.Of(ink));
}
