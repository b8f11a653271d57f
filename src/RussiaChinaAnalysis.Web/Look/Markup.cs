using System.Text.Encodings.Web;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>
/// Writes by hand what a page repeats hundreds of times: a partial view and a tag helper for each would take most of the
/// page's time.
/// </summary>
/// <param name="icons">The address of the sprite.</param>
internal readonly struct Markup(TextWriter writer, HtmlEncoder encoder, string icons)
{
    /// <summary>Markup as it is; never what somebody wrote.</summary>
    public Markup Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    public Markup Text(string text)
    {
        encoder.Encode(writer, text);
        return this;
    }

    public Markup Text(string text, int start, int length)
    {
        encoder.Encode(writer, text, start, length);
        return this;
    }

    public Markup Attribute(string name, string value)
    {
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write('"');
        return this;
    }

    /// <inheritdoc cref="Look.Icon"/>
    public Markup Icon(string name, string? label = null, string? style = null)
    {
        Raw("<svg class=\"icon");
        if (style is not null)
            Raw(" ").Raw(style);
        Raw("\"");
        if (label is null)
            Raw(" aria-hidden=\"true\"");
        else
            Raw(" role=\"img\"").Attribute("aria-label", label);
        return Raw("><use").Attribute("href", $"{icons}#{name}").Raw("/></svg>");
    }
}
