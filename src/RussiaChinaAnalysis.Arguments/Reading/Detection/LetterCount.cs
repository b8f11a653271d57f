namespace RussiaChinaAnalysis.Arguments.Reading.Detection;

internal enum WritingSystem
{
    Latin,
    Cyrillic,
    Han,
    Hangul,
    Greek,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Georgian,
    Armenian,
    Other,
}

/// <summary>The letters of a text by script, and those that tell the languages of a script apart.</summary>
internal sealed class LetterCount
{
    // A Chinese character says as much as some three letters of an alphabet.
    private const int WeightOfHan = 3;

    private readonly int[] counts = new int[Enum.GetValues<WritingSystem>().Length];
    private readonly Dictionary<string, int> cyrillic = [];

    public LetterCount(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetter(character) && !IsRareHan(character))
                continue;
            var system = SystemOf(character);
            counts[(int)system] += system == WritingSystem.Han ? WeightOfHan : 1;
            if (character is >= '\u3040' and <= '\u30FF')
                OfJapanese += WeightOfHan;
            else if (character is 'پ' or 'چ' or 'گ' or 'ژ')
                OfPersian++;
            else if (system == WritingSystem.Cyrillic && LanguageOf(char.ToLowerInvariant(character)) is { } language)
                cyrillic[language] = cyrillic.GetValueOrDefault(language) + 1;
        }
    }

    public int Total => counts.Sum();

    public WritingSystem Most => (WritingSystem)Array.IndexOf(counts, counts.Max());

    public int OfJapanese { get; }

    public int OfPersian { get; }

    /// <summary>Russian where no letter speaks for another language.</summary>
    public string CyrillicLanguage => cyrillic.Count == 0 ? "ru" : cyrillic.MaxBy(pair => pair.Value).Key;

    private static string? LanguageOf(char letter) => letter switch
    {
        'ы' or 'э' or 'ё' => "ru",
        'і' or 'ї' or 'є' or 'ґ' => "uk",
        'ў' => "be",
        'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' or 'џ' => "sr",
        'ѓ' or 'ќ' or 'ѕ' => "mk",
        'қ' or 'ғ' or 'ұ' or 'ә' => "kk",
        _ => null,
    };

    // The first half of a pair of surrogates that stands for a character of the supplementary ideographic planes.
    private static bool IsRareHan(char character) => character is >= '\uD840' and <= '\uD88F';

    private static WritingSystem SystemOf(char character) => character switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => WritingSystem.Latin,
        >= '\u0370' and <= '\u03FF' => WritingSystem.Greek,
        >= '\u0400' and <= '\u052F' => WritingSystem.Cyrillic,
        >= '\u0530' and <= '\u058F' => WritingSystem.Armenian,
        >= '\u0590' and <= '\u05FF' => WritingSystem.Hebrew,
        >= '\u0600' and <= '\u06FF' => WritingSystem.Arabic,
        >= '\u0900' and <= '\u097F' => WritingSystem.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => WritingSystem.Thai,
        >= '\u10A0' and <= '\u10FF' => WritingSystem.Georgian,
        >= '\uAC00' and <= '\uD7AF' => WritingSystem.Hangul,
        _ when Script.IsEastAsian(character) || IsRareHan(character) => WritingSystem.Han,
        _ => WritingSystem.Other,
    };
}
