namespace RussiaChinaAnalysis.Arguments.Reading.Detection;

/// <summary>
/// Tells the language of a text: by its script and letters that only one language has, in Latin script by the commonest
/// words. Meant to know what is not English rather than to tell close neighbours apart.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>BCP 47 for a language that is none of those known here.</summary>
    public const string Undetermined = "und";

    private const int Sample = 60_000;
    private const int FewestLetters = 4;

    // In everyday text a third of all words are among the commonest; lists of names and figures hold few.
    private const double ClearShare = 0.12;
    private const double ClearLead = 1.4;
    private const double NoShare = 0.04;
    private const int EnoughToKnowNone = 60;

    /// <param name="fewestWords">In Latin script; fewer are no evidence.</param>
    /// <returns>Null when there is too little to tell.</returns>
    public static string? Detect(ReadOnlySpan<char> text, int fewestWords)
    {
        var sample = text[..Math.Min(text.Length, Sample)];
        var letters = new LetterCount(sample);
        return letters.Most switch
        {
            _ when letters.Total < FewestLetters => null,
            WritingSystem.Latin => ByWords(sample, fewestWords),
            WritingSystem.Han => letters.OfJapanese > letters.Total / 10 ? "ja" : "zh",
            WritingSystem.Cyrillic => letters.CyrillicLanguage,
            WritingSystem.Arabic => letters.OfPersian > 0 ? "fa" : "ar",
            WritingSystem.Hangul => "ko",
            WritingSystem.Greek => "el",
            WritingSystem.Hebrew => "he",
            WritingSystem.Thai => "th",
            WritingSystem.Devanagari => "hi",
            WritingSystem.Georgian => "ka",
            WritingSystem.Armenian => "hy",
            _ => Undetermined,
        };
    }

    private static string? ByWords(ReadOnlySpan<char> text, int fewestWords)
    {
        var counts = new int[CommonWords.Languages.Length];
        var words = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            if (at == start)
            {
                at++;
                continue;
            }

            words++;
            CommonWords.Count(text[start..at], counts);
        }

        if (words < fewestWords)
            return null;
        var best = Array.IndexOf(counts, counts.Max());
        var second = counts.Where((_, language) => language != best).Max();
        if (counts[best] >= ClearShare * words && counts[best] >= ClearLead * second)
            return CommonWords.Languages[best];
        return words >= EnoughToKnowNone && counts[best] < NoShare * words ? Undetermined : null;
    }
}
