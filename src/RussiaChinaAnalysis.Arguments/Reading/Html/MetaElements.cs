using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>The page's <c>meta</c> elements by name, property or HTTP header, without case.</summary>
internal sealed class MetaElements
{
    private readonly ILookup<string, string> values;

    public MetaElements(IHtmlDocument page) =>
        values = page.QuerySelectorAll("meta[content]")
            .Select(element => (
                Key: element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv"),
                Value: element.GetAttribute("content")!))
            .Where(pair => pair.Key is not null && !string.IsNullOrWhiteSpace(pair.Value))
            .ToLookup(pair => pair.Key!.Trim(), pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> All(string key) => [.. values[key]];

    /// <summary>The first value under the first key that has one.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (values[key].FirstOrDefault() is { } value)
                return value;
        return null;
    }
}
