namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>
/// Reduces an English word to a key that its inflected forms share: plural, past tense and participle, upper and lower
/// case, British and American spelling of <c>-ise</c> and <c>-our</c>. The regular part follows steps 1 and 5 of
/// M. F. Porter, “An algorithm for suffix stripping” (1980), with the exceptions for short words of his later
/// English stemmer; derivation (<c>-ation</c>, <c>-ness</c>, <c>-er</c>) is left alone. Keys are no words: compare
/// them with each other only.
/// </summary>
public static class WordForm
{
    /// <summary>In UTF-16 code units; what a word holds beyond this is ignored.</summary>
    public const int MaximumLength = 48;

    public static string Key(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaximumLength];
        return new string(buffer[..Key(word, buffer)]);
    }

    /// <summary>Writes the key into <paramref name="buffer"/>, which holds <see cref="MaximumLength"/>, and returns its length.</summary>
    public static int Key(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = Fold(word, buffer);
        if (IrregularForms.TryFind(buffer[..length], out var lemma))
        {
            lemma.CopyTo(buffer);
            length = lemma.Length;
        }

        foreach (var character in buffer[..length])
        {
            if (!char.IsAsciiLetterLower(character))
                return length;
        }

        if (length < 3)
            return length;

        length = EnglishSuffixes.StripPlural(buffer, length);
        length = EnglishSuffixes.StripVerbEnding(buffer, length);
        length = EnglishSuffixes.Finish(buffer, length);
        return length;
    }

    /// <summary>The key of two words joined by one character, as if they were written as one word.</summary>
    public static int JoinedKey(ReadOnlySpan<char> words, Span<char> buffer)
    {
        Span<char> joined = stackalloc char[MaximumLength];
        var length = 0;
        foreach (var character in words)
        {
            if (length == MaximumLength)
                break;
            if (char.IsLetterOrDigit(character))
                joined[length++] = character;
        }

        return Key(joined[..length], buffer);
    }

    /// <summary>A key that only the same capitals have; it differs from every key of <see cref="Key(ReadOnlySpan{char})"/>.</summary>
    public static int CapitalsKey(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (length == MaximumLength)
                break;
            if (character != '.')
                buffer[length++] = character;
        }

        return length;
    }

    /// <summary>Whether a word is written wholly in capitals, as abbreviations such as “US” and “NATO” are.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var character in word)
        {
            if (char.IsUpper(character))
                capitals++;
            else if (character != '.' && !char.IsAsciiDigit(character))
                return false;
        }

        return capitals > 1;
    }

    /// <summary>Lower case, without the full stops of abbreviations and without characters that only guide line breaks.</summary>
    private static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in word)
        {
            if (length == MaximumLength)
                break;
            if (character is '.' or '\u00AD' or '\u200C' or '\u200D')
                continue;

            buffer[length++] = character is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(character);
        }

        return length;
    }
}
