using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>What the style sheet says, each question answered along the chain of <c>basedOn</c>.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 50;

    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);
    private readonly Style? defaultParagraphStyle;
    private readonly RunPropertiesBaseStyle? defaults;

    public DocxStyles(MainDocumentPart main)
    {
        var sheet = main.StyleDefinitionsPart?.Styles;
        foreach (var style in sheet?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
                byId.TryAdd(id, style);
            if (style.Type.Is(StyleValues.Paragraph) && style.Default.IsOn())
                defaultParagraphStyle ??= style;
        }

        defaults = sheet?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
    }

    public Languages? DefaultLanguages =>
        defaultParagraphStyle?.StyleRunProperties?.Languages ?? defaults?.Languages;

    /// <summary>
    /// The names under which a style stands, its own first, then those that it builds on. Word keeps the built-in styles'
    /// names in English in every localisation; only the ids differ. An id without an entry stands for its own name.
    /// </summary>
    public IEnumerable<StyleName> Names(string? styleId)
    {
        var found = false;
        foreach (var style in Chain(styleId))
        {
            found = true;
            yield return new StyleName(style.StyleName?.Val?.Value ?? style.StyleId?.Value ?? "");
        }

        if (!found && styleId is not null)
            yield return new StyleName(styleId);
    }

    public int? OutlineLevel(string? styleId) =>
        Chain(styleId).Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val.Number()).FirstOrDefault(level => level is not null);

    public NumberingProperties? Numbering(string? styleId) =>
        Chain(styleId).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(properties => properties is not null);

    public bool IsBold(string? styleId) =>
        Chain(styleId).Select(style => style.StyleRunProperties?.Bold).FirstOrDefault(bold => bold is not null).IsOn();

    public bool IsHidden(string? styleId) =>
        Chain(styleId).Select(style => style.StyleRunProperties?.Vanish).FirstOrDefault(hidden => hidden is not null).IsOn();

    private IEnumerable<Style> Chain(string? styleId)
    {
        // The bound is for style sheets that run in a circle.
        for (var step = 0; step < LongestChain && styleId is not null && byId.TryGetValue(styleId, out var style); step++)
        {
            yield return style;
            styleId = style.BasedOn?.Val?.Value;
        }
    }
}
