namespace RussiaChinaAnalysis.Arguments.Extraction.Tokens;

/// <summary>
/// Cuts the commonest endings of English words, so that "students", "student's" and "student" or "banning" and "banned"
/// compare equal. It only serves to compare words; the stems themselves are never shown.
/// </summary>
internal static class Stemmer
{
    private const int Shortest = 3;

    /// <summary>Longer ones first, since only one is cut.</summary>
    private static readonly string[] Endings = ["ation", "ition", "ment", "ness", "ity", "ion", "ial", "al", "ly", "er", "ie", "e", "y"];

    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        word = Cut(word, "'s");
        word = word is [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] ? word : Cut(word, "s");
        if (Cut(word, "ing") is var ing && ing.Length < word.Length)
            return Undouble(ing);
        if (Cut(word, "ed") is var ed && ed.Length < word.Length)
            return Undouble(ed);
        foreach (var ending in Endings)
            if (Cut(word, ending) is var cut && cut.Length < word.Length)
                return cut;
        return word;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word, string ending) =>
        word.Length >= ending.Length + Shortest && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : word;

    private static ReadOnlySpan<char> Undouble(ReadOnlySpan<char> word) =>
        word.Length > Shortest && word[^1] == word[^2] ? word[..^1] : word;
}
