using System.Globalization;
using System.Net;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <summary>
/// Writes a drawing as SVG with title and description. With classes in place of colours it takes those of the page that
/// it stands in, and needs no inline style.
/// </summary>
/// <param name="id">Unique in the page.</param>
public sealed class SvgWriter(string id, bool hasClasses)
{
    private readonly StringBuilder svg = new();

    public string Write(Drawing drawing)
    {
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" role=\"{(HasLinks(drawing) ? "group" : "img")}\" aria-labelledby=\"{id}-title {id}-description\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\" width=\"{N(drawing.Width)}\" height=\"{N(drawing.Height)}\">\n");
        Append($"<title id=\"{id}-title\">{E(drawing.Title)}</title>\n<desc id=\"{id}-description\">{E(drawing.Description)}</desc>\n");
        foreach (var shape in drawing.Shapes)
            Write(shape);
        svg.Append("</svg>");
        return svg.ToString();
    }

    private static bool HasLinks(Drawing drawing) => drawing.Shapes.OfType<DrawnBox>().Any(box => box.Address is not null);

    private void Write(DrawnShape shape)
    {
        switch (shape)
        {
            case DrawnBox box:
                if (box.Address is not null)
                    Append($"<a href=\"{E(box.Address)}\" aria-label=\"{E(box.Label)}\">");
                Append($"<rect x=\"{N(box.X)}\" y=\"{N(box.Y)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\" rx=\"3\"{Paint(box.Fill, box.Edge)}>");
                Append($"<title>{E(box.Label)}</title>");
                svg.Append("</rect>");
                svg.Append(box.Address is not null ? "</a>\n" : "\n");
                break;
            case DrawnCurve curve:
                Write(curve);
                break;
            case DrawnText text:
                Append($"<text x=\"{N(text.X)}\" y=\"{N(text.Y)}\" font-size=\"{N(text.Size)}\"{(text.IsBold ? " font-weight=\"600\"" : "")} aria-hidden=\"true\" pointer-events=\"none\"{Paint("fill", text.Ink)}{(hasClasses ? "" : " font-family=\"sans-serif\"")}>{E(text.Text)}</text>\n");
                break;
            case DrawnBar bar:
                Append($"<rect x=\"{N(bar.X)}\" y=\"{N(bar.Y)}\" width=\"{N(bar.Width)}\" height=\"{N(bar.Height)}\" fill=\"{E(bar.Colour)}\"/>\n");
                break;
        }
    }

    private void Write(DrawnCurve curve)
    {
        var middle = (curve.FromX + curve.ToX) / 2;
        var dashes = curve.Pattern switch
        {
            LinePattern.Dashed => " stroke-dasharray=\"6 3\"",
            LinePattern.Dotted => " stroke-dasharray=\"2 3\"",
            _ => "",
        };
        Append($"<path d=\"M{N(curve.FromX)} {N(curve.FromY)}C{N(middle)} {N(curve.FromY)} {N(middle)} {N(curve.ToY)} {N(curve.ToX)} {N(curve.ToY)}\" fill=\"none\" stroke-width=\"1.3\"{dashes}{Paint("stroke", curve.Ink)}/>\n");
        var back = curve.ToX < curve.FromX ? 6 : -6;
        Append($"<path d=\"M{N(curve.ToX)} {N(curve.ToY)}L{N(curve.ToX + back)} {N(curve.ToY - 3.5)}L{N(curve.ToX + back)} {N(curve.ToY + 3.5)}Z\"{Paint("fill", curve.Ink)}/>\n");
    }

    private string Paint(string attribute, Ink ink) =>
        hasClasses ? $" class=\"{attribute}-{ink.ToString().ToLowerInvariant()}\"" : $" {attribute}=\"{InkColours.Of(ink)}\"";

    private string Paint(Ink fill, Ink edge) => hasClasses
        ? $" class=\"fill-{fill.ToString().ToLowerInvariant()} stroke-{edge.ToString().ToLowerInvariant()}\""
        : Paint("fill", fill) + Paint("stroke", edge);

    private void Append(string text) => svg.Append(text);

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
