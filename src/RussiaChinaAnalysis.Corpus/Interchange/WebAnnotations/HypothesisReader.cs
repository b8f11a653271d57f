using System.Globalization;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>What Hypothesis exports: a list under <c>annotations</c> from its sidebar, or under <c>rows</c> from its search.</summary>
internal static class HypothesisReader
{
    public static bool Recognises(JsonElement root) => List(root).Take(1).Any();

    public static IEnumerable<ForeignNote> Read(JsonElement root) => List(root).Select(Note);

    private static IEnumerable<JsonElement> List(JsonElement root) =>
        WebAnnotationReader.Items(root, "annotations").Concat(WebAnnotationReader.Items(root, "rows"))
            .Where(row => row.ValueKind == JsonValueKind.Object && row.TryGetProperty("uri", out _) && row.TryGetProperty("target", out _));

    private static ForeignNote Note(JsonElement row)
    {
        var body = WebAnnotationReader.Text(row, "text") ?? "";
        var tags = WebAnnotationReader.Items(row, "tags").Select(WebAnnotationReader.Text).OfType<string>().Select(tag => $"#{tag}").ToList();
        if (tags.Count > 0)
            body = $"{body}\n\n{string.Join(' ', tags)}".Trim();
        var parent = WebAnnotationReader.Items(row, "references").LastOrDefault();
        var target = WebAnnotationReader.Items(row, "target").FirstOrDefault();
        var isReply = parent.ValueKind == JsonValueKind.String;
        return new(
            WebAnnotationReader.Text(row, "id"),
            WebAnnotationReader.Text(parent),
            Author(row),
            Time(WebAnnotationReader.Text(row, "created")),
            isReply ? Motivation.Replying : body.Length == 0 ? Motivation.Highlighting : Motivation.Commenting,
            body,
            WebAnnotationWords.HashOf(WebAnnotationReader.Text(row, "uri")) is { } hash ? [hash] : [],
            WebSelectors.Of(target),
            IsPrivate(row));
    }

    /// <summary>A group shares its notes with its members alone. An export without permissions is of what can be seen by all.</summary>
    private static bool IsPrivate(JsonElement row) =>
        row.TryGetProperty("permissions", out var permissions) && permissions.ValueKind == JsonValueKind.Object && permissions.TryGetProperty("read", out _)
        && !WebAnnotationReader.Items(permissions, "read").Any(reader => reader.ValueKind == JsonValueKind.String && reader.GetString() == "group:__world__");

    /// <summary>The name that the person shows, otherwise that of the account, without its server.</summary>
    private static string? Author(JsonElement row) =>
        (row.TryGetProperty("user_info", out var info) ? WebAnnotationReader.Text(info, "display_name") : null)
        ?? WebAnnotationReader.Text(row, "user")?.Replace("acct:", "", StringComparison.Ordinal).Split('@')[0];

    internal static DateTime? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
}
