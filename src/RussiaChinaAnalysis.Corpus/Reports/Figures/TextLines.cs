namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <summary>Breaks words into lines of so many letters: close enough for a box whose font is not known beforehand.</summary>
internal static class TextLines
{
    /// <param name="most">What needs more lines ends with an ellipsis.</param>
    public static IReadOnlyList<string> Break(string text, int letters, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(word => Shorten(word, letters)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
                if (lines.Count == most)
                {
                    lines[^1] = Shorten($"{lines[^1]} …", letters + 2);
                    return lines;
                }
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    public static string Shorten(string text, int letters)
    {
        if (text.Length <= letters)
            return text;
        var end = char.IsHighSurrogate(text[letters - 2]) ? letters - 2 : letters - 1;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }
}
