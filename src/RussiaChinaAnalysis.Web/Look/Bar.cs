using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>
/// <c>&lt;bar share="0.4" /&gt;</c>: a length that repeats a figure beside it, drawn with SVG attributes because the
/// content security policy allows no inline style.
/// </summary>
[HtmlTargetElement("bar", Attributes = "share", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Bar : TagHelper
{
    /// <summary>From 0 to 1; what lies outside is cut.</summary>
    public double Share { get; set; }

    /// <summary>Grows from the right edge to the left.</summary>
    public bool Leftward { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var width = 100 * Math.Clamp(Share, 0, 1);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("bar", HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml(Rectangle("track", 0, 100));
        output.Content.AppendHtml(Rectangle("fill", Leftward ? 100 - width : 0, width));
    }

    private static TagBuilder Rectangle(string part, double x, double width)
    {
        var rectangle = new TagBuilder("rect") { TagRenderMode = TagRenderMode.SelfClosing };
        rectangle.AddCssClass(part);
        rectangle.Attributes["x"] = Number(x);
        rectangle.Attributes["width"] = Number(width);
        rectangle.Attributes["height"] = "10";
        return rectangle;
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
