using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>The lines <c>key: value</c> at the head of a labelled essay.</summary>
internal static class GoldFrontMatter
{
    private const string Fence = "---";

    private static readonly ImmutableArray<string> Required = ["title", "genre"];
    private static readonly ImmutableArray<string> Known = [.. Required, "author", "published", "language", "labelled-by"];

    public static readonly ImmutableArray<string> Genres =
        ["comment", "op-ed", "editorial", "student essay", "blog post", "letter", "review", "speech"];

    /// <returns>The values, and the index of the first line after the front matter.</returns>
    public static (Dictionary<string, string> Values, int BodyStart) Parse(string file, ImmutableArray<string> lines, List<GoldError> errors)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var end = lines[0] == Fence ? lines.IndexOf(Fence, 1) : -1;
        if (end < 0)
        {
            errors.Add(new(file, 1, "the file begins with front matter between two lines \"---\""));
            return (values, lines.Length);
        }

        for (var index = 1; index < end; index++)
        {
            if (Entry(lines[index], values) is { } message)
                errors.Add(new(file, index + 1, message));
        }

        foreach (var key in Required.Where(key => !lines[1..end].Any(line => line.StartsWith(key + ":", StringComparison.Ordinal))))
            errors.Add(new(file, end + 1, $"the front matter gives no {key}"));
        return (values, end + 1);
    }

    private static string? Entry(string line, Dictionary<string, string> values)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return "front matter consists of lines \"key: value\"";

        var key = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (value is ['"', .. var inner, '"'])
            value = inner;

        if (!Known.Contains(key))
            return $"unknown key \"{key}\"; known are {string.Join(", ", Known)}";
        if (value.Length == 0)
            return $"{key} is empty";
        if (key == "genre" && !Genres.Contains(value))
            return $"unknown genre \"{value}\"; known are {string.Join(", ", Genres)}";
        return values.TryAdd(key, value) ? null : $"{key} is given twice";
    }
}
