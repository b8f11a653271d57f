using System.Text.Json;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What JSON-LD in the page says of the article (schema.org).</summary>
internal sealed record StructuredData(string? Title, string? Author, string? Published, string? Language, string? Publisher)
{
    private const int LongestScript = 500_000;
    private const int DeepestSearch = 6;

    private static readonly StructuredData None = new(null, null, null, null, null);
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static StructuredData Read(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            if (script.TextContent is not { Length: > 0 and <= LongestScript } json)
                continue;
            try
            {
                using var document = JsonDocument.Parse(json, Lenient);
                if (FindArticle(document.RootElement, 0) is { } article)
                    return Describe(article);
            }
            catch (JsonException)
            {
                // A page with broken data is still a page; other places say the same.
            }
        }

        return None;
    }

    private static StructuredData Describe(JsonElement article) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Names(article, "author") ?? Names(article, "creator"),
        Text(article, "datePublished"),
        Text(article, "inLanguage"),
        Names(article, "publisher"));

    private static JsonElement? FindArticle(JsonElement element, int depth)
    {
        if (depth > DeepestSearch)
            return null;
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(element))
                return element;
            return element.TryGetProperty("@graph", out var graph) ? FindArticle(graph, depth + 1)
                : element.TryGetProperty("mainEntity", out var entity) ? FindArticle(entity, depth + 1)
                : null;
        }

        return element.ValueKind == JsonValueKind.Array
            ? element.EnumerateArray().Select(item => FindArticle(item, depth + 1)).FirstOrDefault(found => found is not null)
            : null;
    }

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleType) : IsArticleType(type));

    private static bool IsArticleType(JsonElement type) =>
        type.ValueKind == JsonValueKind.String
        && type.GetString() is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "Report" or "Review" or "Chapter" or "LiveBlogPosting");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    // A name, a person or an organisation, or several of them.
    private static string? Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
            return null;
        var names = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Name) : [Name(value)]).OfType<string>();
        return string.Join(", ", names) is { Length: > 0 } joined ? joined : null;
    }

    private static string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => Text(value, "name"),
        _ => null,
    };
}
