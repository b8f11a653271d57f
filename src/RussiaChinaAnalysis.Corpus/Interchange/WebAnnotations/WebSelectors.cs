using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>Where a target is said to stand, by position and by quotation.</summary>
internal sealed record WebSelectors(TextSpan? Position, string? Exact, string? Prefix, string? Suffix)
{
    /// <summary>No part is spoken of; false also where one is, in a way that is not read here.</summary>
    public required bool IsEmpty { get; init; }

    public static WebSelectors Of(JsonElement target)
    {
        var selectors = WebAnnotationReader.Items(target, "selector").Where(selector => selector.ValueKind != JsonValueKind.Null).ToList();
        var quote = selectors.FirstOrDefault(selector => WebAnnotationReader.Text(selector, "type") == "TextQuoteSelector");
        var position = selectors.FirstOrDefault(selector => WebAnnotationReader.Text(selector, "type") == "TextPositionSelector");
        TextSpan? span = position.ValueKind == JsonValueKind.Object && Number(position, "start") is { } start && Number(position, "end") is { } end
            ? new TextSpan(start, end)
            : null;
        return new(span, WebAnnotationReader.Text(quote, "exact"), WebAnnotationReader.Text(quote, "prefix"), WebAnnotationReader.Text(quote, "suffix"))
        {
            IsEmpty = selectors.Count == 0,
        };
    }

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
