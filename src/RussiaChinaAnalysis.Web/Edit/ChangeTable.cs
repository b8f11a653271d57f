using System.Text.Json;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Edit;

/// <param name="What">The row and its property.</param>
public sealed record ChangeLine(string What, string Before, string After);

/// <summary>A change as a table for people: what they can read, without keys and what is derived.</summary>
public static class ChangeTable
{
    private const int MostLines = 40;

    private static readonly HashSet<string> Unread =
    [
        "Id", "DocumentId", "VersionId", "ThemeId", "PassageId", "AuthorId", "Prefix", "Suffix", "Cues", "Quantities", "Times", "Forecast", "Confidence",
        "Score", "NameKey", "TextKey", "CreatedAt", "ModifiedAt", "Start", "End",
    ];

    public static IReadOnlyList<ChangeLine> Of(ChangeRow change) => [.. change.Rows.SelectMany(Lines).Take(MostLines)];

    private static IEnumerable<ChangeLine> Lines(ChangedRow row)
    {
        var (before, after) = (Read(row.Before), Read(row.After));
        foreach (var name in before.Keys.Union(after.Keys).Where(name => !Unread.Contains(name)))
        {
            var (was, became) = (before.GetValueOrDefault(name, ""), after.GetValueOrDefault(name, ""));
            if (was != became)
                yield return new($"{row.Entity} {row.Key}: {name}", was, became);
        }
    }

    private static Dictionary<string, string> Read(string? json) => json is null
        ? []
        : JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString());
}
