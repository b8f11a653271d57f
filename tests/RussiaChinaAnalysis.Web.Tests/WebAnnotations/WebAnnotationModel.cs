using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RussiaChinaAnalysis.Web.Tests.WebAnnotations;

/// <summary>What the W3C Web Annotation Data Model (2017) says that an annotation must be, as far as anything here can break it.</summary>
internal static partial class WebAnnotationModel
{
    private static readonly string[] Motivations =
    [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating",
        "questioning", "replying", "tagging",
    ];

    /// <param name="isWhole">Not part of a page, which has the context for it.</param>
    public static void Check(JsonObject annotation, bool isWhole)
    {
        // 3.1: one or more contexts, the first among them that of the model; exactly one id, an IRI; the type; a target.
        if (isWhole)
            Assert.Contains("http://www.w3.org/ns/anno.jsonld", Each(annotation["@context"]).OfType<JsonValue>().Select(value => value.GetValue<string>()));
        AssertIri(annotation["id"]);
        Assert.Contains("Annotation", Each(annotation["type"]).Select(type => type.GetValue<string>()));
        Assert.NotEmpty(Each(annotation["target"]));
        foreach (var target in Each(annotation["target"]))
            CheckTarget(target);
        foreach (var body in Each(annotation["body"]))
            CheckBody(body);
        // 3.3.2 and 3.3.5: times are xsd:dateTime in UTC, at most one of each; motivations are of the vocabulary.
        foreach (var name in new[] { "created", "modified", "generated" })
        {
            if (annotation[name] is { } time)
                Assert.Matches(UtcTime(), time.GetValue<string>());
        }

        foreach (var motivation in Each(annotation["motivation"]))
            Assert.Contains(motivation.GetValue<string>(), Motivations);
        foreach (var agent in Each(annotation["creator"]).Concat(Each(annotation["generator"])))
            AssertIri(agent is JsonObject described ? described["id"] : agent);
        if (annotation["canonical"] is { } canonical)
            AssertIri(canonical);
    }

    /// <summary>3.2: an IRI, a text, or something with a source.</summary>
    private static void CheckBody(JsonNode body)
    {
        if (body is not JsonObject described)
        {
            AssertIri(body);
            return;
        }

        Assert.Equal("TextualBody", described["type"]!.GetValue<string>());
        Assert.Equal(JsonValueKind.String, described["value"]!.GetValueKind());
        if (described["purpose"] is { } purpose)
            Assert.Contains(purpose.GetValue<string>(), Motivations);
        if (described["format"] is { } format)
            Assert.Matches("^[a-z]+/[a-z.+-]+$", format.GetValue<string>());
    }

    /// <summary>4: a specific resource has exactly one source; each selector is complete for its type.</summary>
    private static void CheckTarget(JsonNode target)
    {
        if (target is not JsonObject specific)
        {
            AssertIri(target);
            return;
        }

        AssertIri(specific["source"]);
        foreach (var selector in Each(specific["selector"]))
        {
            switch (selector["type"]!.GetValue<string>())
            {
                case "TextQuoteSelector":
                    Assert.NotEmpty(selector["exact"]!.GetValue<string>());
                    break;
                case "TextPositionSelector":
                    Assert.InRange(selector["start"]!.GetValue<int>(), 0, selector["end"]!.GetValue<int>());
                    break;
                default:
                    Assert.Fail($"{selector["type"]} is no selector of the model.");
                    break;
            }
        }
    }

    private static void AssertIri(JsonNode? node) =>
        Assert.True(Uri.TryCreate(node?.GetValue<string>(), UriKind.Absolute, out _), $"“{node}” is no IRI.");

    private static IEnumerable<JsonNode> Each(JsonNode? node) => node switch
    {
        JsonArray many => many.OfType<JsonNode>(),
        null => [],
        _ => [node],
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex UtcTime();
}
