using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary><c>&lt;weight value="-0.4" scale="2" /&gt;</c>: a bar from the middle, to the right what speaks for, to the left what speaks against.</summary>
[HtmlTargetElement("weight", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Weight : TagHelper
{
    public double Value { get; set; }

    /// <summary>The value that fills one half.</summary>
    public double Scale { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var length = Scale > 0 ? 50 * Math.Clamp(Math.Abs(Value) / Scale, 0, 1) : 0;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("weight", HtmlEncoder.Default);
        output.AddClass(Value < 0 ? "against" : "for", HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", "0 0 100 10");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml(Rectangle("fill", Value < 0 ? 50 - length : 50, length));
        output.Content.AppendHtml(Rectangle("axis", 49.5, 1));
    }

    private static TagBuilder Rectangle(string part, double x, double width)
    {
        var rectangle = new TagBuilder("rect") { TagRenderMode = TagRenderMode.SelfClosing };
        rectangle.AddCssClass(part);
        rectangle.Attributes["x"] = x.ToString("0.##", CultureInfo.InvariantCulture);
        rectangle.Attributes["width"] = width.ToString("0.##", CultureInfo.InvariantCulture);
        rectangle.Attributes["height"] = "10";
        return rectangle;
    }
}
