namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

internal enum FollowingKind
{
    /// <summary>A capital, a letter of a script without capitals, or a name such as "iPhone".</summary>
    Opening,

    Digit,

    /// <summary>A small letter.</summary>
    Small,

    /// <summary>A small letter inside a quotation: what follows may be a term in quotation marks.</summary>
    QuotedSmall,

    /// <summary>A symbol that may begin a sentence, such as a currency sign or a dash before a capital.</summary>
    Symbol,

    /// <summary>A mark that goes on, such as a comma.</summary>
    Continuing,
}

/// <summary>What comes after a possible sentence end and the white space behind it.</summary>
/// <param name="Start">Where it begins, with quotation marks and brackets.</param>
/// <param name="Word">Where its first word begins.</param>
internal readonly record struct Following(FollowingKind Kind, int Start, int Word)
{
    private const int MostOpeningMarks = 8;

    public static Following Read(ReadOnlySpan<char> block, int start)
    {
        var at = start;
        var quoted = false;
        while (at < block.Length && at - start < MostOpeningMarks
            && (Characters.IsOpening(block[at]) || (at > start && (Characters.IsDot(block[at]) || block[at] is ']' or ')' or ' '))))
            quoted |= Characters.IsQuotationMark(block[at++]);
        if (at < block.Length && Characters.IsDash(block[at]))
            return new Following(AfterDash(block, at), start, at);
        return new Following(Classify(block, at, quoted), start, at);
    }

    private static FollowingKind Classify(ReadOnlySpan<char> block, int at, bool quoted)
    {
        if (at == block.Length)
            return FollowingKind.Continuing;
        var character = block[at];
        if (char.IsDigit(character))
            return FollowingKind.Digit;
        if (char.IsLower(character) && !IsCamelCased(block, at))
            return quoted ? FollowingKind.QuotedSmall : FollowingKind.Small;
        if (char.IsLetter(character))
            return FollowingKind.Opening;
        return char.IsSurrogate(character) || char.IsSymbol(character) || Characters.IsBullet(character)
            || character is '#' or '*' or '_' or '§' or '†'
            ? FollowingKind.Symbol
            : FollowingKind.Continuing;
    }

    private static bool IsCamelCased(ReadOnlySpan<char> block, int at) =>
        at + 1 < block.Length && char.IsUpper(block[at + 1]);

    private static FollowingKind AfterDash(ReadOnlySpan<char> block, int dash)
    {
        var next = Characters.SkipWhiteSpace(block, dash + 1);
        return next < block.Length && (char.IsUpper(block[next]) || char.IsDigit(block[next]) || Characters.IsOpening(block[next]))
            ? FollowingKind.Symbol
            : FollowingKind.Continuing;
    }
}
