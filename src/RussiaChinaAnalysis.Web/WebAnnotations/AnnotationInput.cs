using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.WebAnnotations;

/// <summary>What a program sent: a note, and what it is about.</summary>
/// <param name="ReplyTo">The note that it replies to; null when it is about something else.</param>
/// <param name="Document">The document whose words <paramref name="Words"/> are sought in.</param>
internal sealed record AnnotationInput(NoteDraft Draft, int? ReplyTo, int? Passage, int? Link, int? Document, IReadOnlyList<Anchor> Words)
{
    /// <summary>Reads JSON-LD of the Web Annotation Data Model.</summary>
    /// <param name="problem">What is wrong and how to mend it; null when the input was read.</param>
    public static AnnotationInput? Read(JsonNode? root, AnnotationNames names, out string? problem)
    {
        problem = null;
        try
        {
            if (root is not JsonObject json || !Strings(json["type"]).Contains("Annotation"))
                return Wrong("The body is no annotation: it must be a JSON object whose “type” is “Annotation”.", out problem);
            if (!Strings(json["@context"]).Contains(AnnotationJson.Context))
                return Wrong($"The annotation does not say what its words mean: “@context” must be or contain “{AnnotationJson.Context}”.", out problem);
            var motivation = MotivationOf(json);
            if (motivation is null)
                return Wrong($"The motivation is not one of the W3C: {string.Join(", ", Enum.GetValues<Motivation>().Select(FacetWords.Key))}.", out problem);
            var draft = new NoteDraft(motivation.Value, BodyOf(json), json["rca:private"]?.GetValue<bool>())
            {
                Canonical = Text(json["canonical"]),
                Via = Strings(json["via"]).FirstOrDefault() ?? Text(json["id"]),
            };
            return TargetOf(json["target"], draft, names, out problem);
        }
        catch (InvalidOperationException)
        {
            // A number stands where a text should, or the other way round.
            return Wrong("A value of the annotation has another type than the Web Annotation Data Model gives it.", out problem);
        }
    }

    private static AnnotationInput? TargetOf(JsonNode? target, NoteDraft draft, AnnotationNames names, out string? problem)
    {
        problem = null;
        var targets = Each(target).ToList();
        if (targets.Count == 0)
            return Wrong("The annotation has no target; name the document, passage, link or note that it is about.", out problem);
        if (targets is [JsonValue single] && names.ParseAddress(Text(single)) is { } key)
        {
            return new(
                draft,
                key.Sort == AnnotationSort.Note ? key.Id : null,
                key.Sort == AnnotationSort.Passage ? key.Id : null,
                key.Sort == AnnotationSort.Link ? key.Id : null,
                null,
                []);
        }

        var sources = targets.Select(SourceOf).Distinct().ToList();
        if (sources is not [{ } source] || names.ParseDocument(source) is not { } document)
            return Wrong($"The target must be one document of this site, such as {names.Document(1)}, or an annotation of it.", out problem);
        var words = targets.OfType<JsonObject>().Where(one => one["selector"] is not null).Select(AnchorOf).ToList();
        return words.Contains(null)
            ? Wrong("A selector must be a TextQuoteSelector with “exact”, a TextPositionSelector with “start” and “end”, or both in a list.", out problem)
            : new(draft, null, null, null, document, [.. words.Select(anchor => anchor!)]);
    }

    private static Anchor? AnchorOf(JsonObject target)
    {
        var selectors = Each(target["selector"]).OfType<JsonObject>().ToList();
        var quote = selectors.Find(selector => Text(selector["type"]) == "TextQuoteSelector");
        var position = selectors.Find(selector => Text(selector["type"]) == "TextPositionSelector");
        var exact = Text(quote?["exact"]) ?? "";
        if (exact.Length == 0 && position is null)
            return null;
        var (start, end) = (position?["start"]?.GetValue<int>() ?? -1, position?["end"]?.GetValue<int>() ?? -1);
        return new(new TextSpan(start, end), exact, Text(quote?["prefix"]) ?? "", Text(quote?["suffix"]) ?? "");
    }

    private static string BodyOf(JsonObject json)
    {
        if (json["bodyValue"] is { } value)
            return Text(value);
        return string.Join("\n\n", Each(json["body"]).Select(body => body switch
        {
            JsonObject textual => Text(textual["value"]) ?? Text(textual["id"]) ?? "",
            // A body that is only named stands elsewhere.
            JsonValue name => $"<{Text(name)}>",
            _ => "",
        }).Where(text => text.Length > 0));
    }

    private static Motivation? MotivationOf(JsonObject json)
    {
        var word = Strings(json["motivation"]).FirstOrDefault() ?? FacetWords.Key(Motivation.Commenting);
        foreach (var motivation in Enum.GetValues<Motivation>())
        {
            if (FacetWords.Key(motivation) == word)
                return motivation;
        }

        return null;
    }

    private static string? SourceOf(JsonNode? target) => target switch
    {
        JsonValue name => Text(name),
        JsonObject specific => Text(specific["source"]) ?? Text(specific["id"]),
        _ => null,
    };

    private static IEnumerable<JsonNode> Each(JsonNode? node) => node switch
    {
        JsonArray many => many.OfType<JsonNode>(),
        null => [],
        _ => [node],
    };

    private static IEnumerable<string> Strings(JsonNode? node) =>
        Each(node).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => Text(value));

    [return: NotNullIfNotNull(nameof(value))]
    private static string? Text(JsonNode? value) => value is null ? null : TextNormaliser.Normalise(value.GetValue<string>());

    private static AnnotationInput? Wrong(string message, out string? problem)
    {
        problem = message;
        return null;
    }
}
