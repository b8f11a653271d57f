using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>The words that stand for labels in files: kebab-case, in every format the same.</summary>
internal static class LabelWords
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Null for what is no word of the kind.</summary>
    public static T? Read<T>(string? word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), word, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
