using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// The language that most letters are marked with. Word marks each run twice, for European and for East Asian letters;
/// which mark counts, the letters decide.
/// </summary>
internal sealed class LanguageCount(Languages? defaults)
{
    private readonly Dictionary<string, int> letters = new(StringComparer.OrdinalIgnoreCase);

    public string? MostUsed => letters.Count == 0 ? null : letters.MaxBy(pair => pair.Value).Key;

    public void Add(string text, Languages? marked)
    {
        var eastAsian = text.Count(Script.IsEastAsian);
        Add(marked?.EastAsia?.Value ?? defaults?.EastAsia?.Value, eastAsian);
        Add(marked?.Val?.Value ?? defaults?.Val?.Value, text.Count(char.IsLetter) - eastAsian);
    }

    private void Add(string? language, int count)
    {
        if (count > 0 && language is { Length: >= 2 and <= 35 })
            letters[language] = letters.GetValueOrDefault(language) + count;
    }
}
