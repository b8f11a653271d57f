using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

[Flags]
internal enum PointingWord
{
    None = 0,
    There = 1,
    Here = 1 << 1,
    Demonstrative = 1 << 2,
    That = 1 << 3,
    Article = 1 << 4,
    Possessive = 1 << 5,
    Pronoun = 1 << 6,
    Pair = 1 << 7,
    Relative = 1 << 8,
    Auxiliary = 1 << 9,
    Number = 1 << 10,
    PlaceNoun = 1 << 11,
    TimeNoun = 1 << 12,
    Clause = 1 << 13,
    Back = 1 << 14,
    Then = 1 << 15,
    TimePreposition = 1 << 16,
    Of = 1 << 17,
    Arising = 1 << 18,
    IndefiniteArticle = 1 << 19,
}

/// <summary>The closed classes of English words that anaphors are made of.</summary>
internal static class PointingWords
{
    private static readonly FrozenDictionary<string, PointingWord> Classes = Read(
        (PointingWord.There, "there"),
        (PointingWord.Here, "here"),
        (PointingWord.Demonstrative, "this these those such"),
        (PointingWord.That, "that"),
        (PointingWord.Article, "the"),
        (PointingWord.Possessive, "its their"),
        (PointingWord.Pronoun, "it they"),
        (PointingWord.Pair, "both two former latter neither"),
        (PointingWord.Relative, "where which whose wherein whereby"),
        (PointingWord.Auxiliary, "is are was were be been being has have had do does did can could may might must shall should will would seems seem seemed appears appear appeared remains remain remained isn't aren't wasn't weren't won't can't couldn't wouldn't doesn't don't didn't"),
        (PointingWord.Arising, "exists exist existed lies lie lay comes come came arose emerged follows followed"),
        (PointingWord.Number, "two three four five six seven eight nine ten other same various several regional neighbouring neighboring whole entire wider"),
        (PointingWord.PlaceNoun, "region regions area areas country countries state states republic republics territory territories continent peninsula zone province provinces city cities town towns district neighbourhood neighborhood nations island islands"),
        (PointingWord.TimeNoun, "time times period days era years decade decades age moment"),
        (PointingWord.Clause, "to that for whether who"),
        (PointingWord.Back, "back even by since until"),
        (PointingWord.Then, "then"),
        (PointingWord.TimePreposition, "at in during by since of"),
        (PointingWord.Of, "of"),
        (PointingWord.IndefiniteArticle, "a an"));

    public static PointingWord ClassOf(ReadOnlySpan<char> word)
    {
        const int longest = 16;
        if (word.Length > longest)
            return PointingWord.None;

        Span<char> lower = stackalloc char[longest];
        for (var index = 0; index < word.Length; index++)
            lower[index] = word[index] == '’' ? '\'' : char.ToLowerInvariant(word[index]);

        return Classes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..word.Length], out var classes)
            ? classes
            : PointingWord.None;
    }

    private static FrozenDictionary<string, PointingWord> Read(params ReadOnlySpan<(PointingWord Class, string Words)> classes)
    {
        var table = new Dictionary<string, PointingWord>(StringComparer.Ordinal);
        foreach (var (pointing, words) in classes)
        {
            foreach (var word in words.Split(' '))
                table[word] = table.GetValueOrDefault(word) | pointing;
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
