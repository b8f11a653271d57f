namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>A full stop that belongs to an abbreviation or an initial, while the sentence goes on.</summary>
internal static class AbbreviationRule
{
    public static bool GoesOn(ReadOnlySpan<char> block, int sentence, SentenceEnd end, Following following)
    {
        var word = Characters.WordBefore(block, end.Start, sentence);
        if (word.IsEmpty || end.Dots > 1)
            return false;
        // "(oil, gas, etc.) Russia": the bracket closes, the sentence does not.
        if (end.Closer is ')' or ']')
            return block[sentence] is not ('(' or '[') && Abbreviations.TryFind(word, out _);
        if (word.Length == 1 && char.IsLetter(word[0]))
            return SingleLetterGoesOn(block, sentence, end, word[0], following);
        if (Abbreviations.TryFind(word, out var kind))
            return KnownGoesOn(block, sentence, end, kind, following);
        return IsInitials(word) && !OpensSentence(block, following);
    }

    private static bool KnownGoesOn(
        ReadOnlySpan<char> block, int sentence, SentenceEnd end, AbbreviationKind kind, Following following) =>
        kind switch
        {
            AbbreviationKind.Title or AbbreviationKind.Inner => end.Closer == '\0',
            AbbreviationKind.Reference => IsNumber(block, following),
            AbbreviationKind.Either => !OpensSentence(block, following),
            AbbreviationKind.Time => TimeOfDayRule.GoesOn(block, sentence, end.Start, following),
            AbbreviationKind.Closing => following.Kind == FollowingKind.Digit,
            _ => false,
        };

    private static bool SingleLetterGoesOn(
        ReadOnlySpan<char> block, int sentence, SentenceEnd end, char letter, Following following)
    {
        if (char.IsLower(letter))
            return Abbreviations.TryFind([letter], out var kind) && (kind == AbbreviationKind.Either
                ? !OpensSentence(block, following)
                : kind == AbbreviationKind.Inner || IsNumber(block, following));
        if (!char.IsUpper(letter) || end.Closer != '\0' || OpensSentence(block, following))
            return false;
        var space = end.Start - 2;
        if (space <= sentence || !char.IsWhiteSpace(block[space]))
            return true;
        var before = Characters.WordBefore(block, space, sentence);
        // "you and I. Nobody", "vitamin C. Researchers"
        return !(letter == 'I' && before is [var first, ..] && char.IsLower(first)) && !Vocabulary.LetterTakers.Contains(before);
    }

    // A single letter with a full stop is an initial: "A. Smith" opens no sentence in "Mr. A. Smith".
    private static bool OpensSentence(ReadOnlySpan<char> block, Following following)
    {
        if (following.Kind is FollowingKind.QuotedSmall or FollowingKind.Digit)
            return false;
        var word = Characters.WordAt(block, following.Word);
        var after = following.Word + word.Length;
        return !(word.Length == 1 && after < block.Length && block[after] == '.') && Vocabulary.Openers.Contains(word);
    }

    private static bool IsNumber(ReadOnlySpan<char> block, Following following)
    {
        if (following.Kind == FollowingKind.Digit)
            return true;
        var word = Characters.WordAt(block, following.Word);
        return word.Length is > 0 and <= 6 && word is not "I" && word.IndexOfAnyExcept("IVXLC") < 0;
    }

    // Single letters with full stops between them: "J.R.R", "D.C".
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var at = 0; at < word.Length; at++)
            if (at % 2 == 0 ? !char.IsLetter(word[at]) : word[at] != '.')
                return false;
        return true;
    }
}
