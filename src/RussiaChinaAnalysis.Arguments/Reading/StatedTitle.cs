namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>Titles in a file's properties are often left there by a program, and are then no titles.</summary>
internal static class StatedTitle
{
    private static readonly string[] FileEndings =
        [".doc", ".docx", ".docm", ".dot", ".dotx", ".odt", ".rtf", ".pdf", ".txt", ".tex", ".dvi", ".indd", ".qxd", ".pages", ".html", ".htm", ".md"];

    private static readonly string[] Placeholders =
        ["untitled", "document", "document1", "title", "word document", "powerpoint presentation", "(anonymous)", "(unspecified)", "slide 1", "無題", "без имени", "документ"];

    /// <returns>Null for a file's name and for what programs fill in themselves.</returns>
    public static string? Clean(string? title)
    {
        var words = title?.Trim() ?? "";
        return words.Length == 0
            || words.StartsWith("Microsoft Word", StringComparison.OrdinalIgnoreCase)
            || Placeholders.Contains(words, StringComparer.OrdinalIgnoreCase)
            || FileEndings.Any(ending => words.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || LooksLikeIdentifier(words)
            ? null
            : words;
    }

    // "essay_final_v2", "000_1c9b519a": one word with a digit or an underline in it.
    private static bool LooksLikeIdentifier(string words) =>
        !words.Any(char.IsWhiteSpace)
        && words.All(char.IsAscii)
        && (words.Contains('_', StringComparison.Ordinal) || (words.Any(char.IsAsciiDigit) && words.Any(char.IsAsciiLetter)));
}
