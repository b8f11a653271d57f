using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>What a row of the history is about, as an archive states it.</summary>
internal static class ArchivedHistory
{
    public static bool IsIn(JsonElement row, [NotNullWhen(true)] out string? entity, [NotNullWhen(true)] out string? key)
    {
        entity = Text(row, "entity");
        key = Text(row, "key");
        return entity is not null && key is not null;
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
