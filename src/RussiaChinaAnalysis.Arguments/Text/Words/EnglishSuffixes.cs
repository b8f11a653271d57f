namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>Strips inflection from a lower-case ASCII word in place; every method takes and returns the length.</summary>
internal static class EnglishSuffixes
{
    public static int StripPlural(Span<char> word, int length)
    {
        var current = word[..length];
        if (current.EndsWith("sses"))
            return length - 2;
        if (current.EndsWith("ies"))
            return length > 4 ? length - 2 : length - 1;
        if (current.EndsWith("ss") || current.EndsWith("us") || !current.EndsWith("s"))
            return length;

        // The “s” of “gas” and “this” belongs to the word: a plural has a vowel further ahead.
        return HasVowel(word[..(length - 2)]) ? length - 1 : length;
    }

    public static int StripVerbEnding(Span<char> word, int length)
    {
        var current = word[..length];
        if (current.EndsWith("eed"))
            return Measure(word[..(length - 3)]) > 0 ? length - 1 : length;
        if (current.EndsWith("ied"))
            return length > 4 ? length - 2 : length - 1;

        var ending = current.EndsWith("ed") ? 2 : current.EndsWith("ing") ? 3 : 0;
        if (ending == 0 || !HasVowel(word[..(length - ending)]))
            return length;

        length -= ending;
        current = word[..length];
        if (current.EndsWith("at") || current.EndsWith("bl") || current.EndsWith("iz"))
        {
            word[length++] = 'e';
            return length;
        }

        if (EndsWithDoubleConsonant(current) && word[length - 1] is not ('l' or 's' or 'z'))
            return length - 1;

        if (Measure(current) == 1 && EndsWithShortSyllable(current))
            word[length++] = 'e';

        return length;
    }

    /// <summary>Final “y” and “e”, double “l”, and the two spellings that differ across the Atlantic.</summary>
    public static int Finish(Span<char> word, int length)
    {
        if (length > 2 && word[length - 1] == 'y' && !IsVowel(word, length - 2))
            word[length - 1] = 'i';

        if (word[length - 1] == 'e' && length > 2)
        {
            var rest = word[..(length - 1)];
            var measure = Measure(rest);
            if (measure > 1 || (measure == 1 && !EndsWithShortSyllable(rest)))
                length--;
        }

        if (word[..length].EndsWith("ll") && Measure(word[..length]) > 1)
            length--;
        if (length > 3 && word[..length].EndsWith("iz"))
            word[length - 1] = 's';
        if (length > 4 && word[..length].EndsWith("our"))
        {
            word[length - 2] = 'r';
            length--;
        }

        return length;
    }

    /// <summary>Porter's m: how often a vowel run is followed by a consonant run.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var count = 0;
        var afterVowel = false;
        for (var index = 0; index < word.Length; index++)
        {
            var vowel = IsVowel(word, index);
            if (afterVowel && !vowel)
                count++;
            afterVowel = vowel;
        }

        return count;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var index = 0; index < word.Length; index++)
        {
            if (IsVowel(word, index))
                return true;
        }

        return false;
    }

    // A “y” is a vowel after a consonant. Looking one letter back is enough: of two “y” in a row the second is a vowel
    // only where the first is not.
    private static bool IsVowel(ReadOnlySpan<char> word, int index) =>
        word[index] is 'a' or 'e' or 'i' or 'o' or 'u'
        || (word[index] == 'y' && index > 0 && word[index - 1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y'));

    private static bool EndsWithDoubleConsonant(ReadOnlySpan<char> word) =>
        word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant, where the last is not w, x or y: “trad”, “hop”, but not “box”.</summary>
    private static bool EndsWithShortSyllable(ReadOnlySpan<char> word)
    {
        var last = word.Length - 1;
        return last >= 2
            && !IsVowel(word, last) && word[last] is not ('w' or 'x' or 'y')
            && IsVowel(word, last - 1)
            && !IsVowel(word, last - 2);
    }
}
