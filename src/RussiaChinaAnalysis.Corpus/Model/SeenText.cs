using System.Globalization;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Names and titles in one line: what stands in them can be seen, and told from another.</summary>
public static class SeenText
{
    public static bool HasUnseen(string text) => text.Any(IsUnseen);

    /// <summary>White space becomes a space, and what else cannot be seen is taken out.</summary>
    public static string WithoutUnseen(string text) => HasUnseen(text)
        ? string.Concat(text.Select(character => char.IsWhiteSpace(character) ? ' ' : character).Where(character => !IsUnseen(character)))
        : text;

    /// <summary>The beginning of the text, without half a character at its end.</summary>
    /// <param name="most">UTF-16 code units, at least 1.</param>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    /// <param name="most">UTF-16 code units before the ellipsis, at least 1.</param>
    public static string Shortened(string text, int most) => text.Length <= most ? text : $"{Cut(text, most)}…";

    private static bool IsUnseen(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
