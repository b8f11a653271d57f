namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>Whether a sentence ends at a given end mark. The first rule that knows decides.</summary>
internal static class BoundaryRules
{
    /// <returns>Where the sentence ends; null when it goes on.</returns>
    public static int? FindBoundary(ReadOnlySpan<char> block, int sentence, SentenceEnd end, BlockCasing casing)
    {
        if (end.End == block.Length)
            return null;
        if (end.Ideographic || end.Caseless)
            return end.End;
        if (!char.IsWhiteSpace(block[end.End]))
            return MissingSpaceRule.EndsSentence(block, sentence, end) ? end.End : null;

        var following = Following.Read(block, Characters.SkipWhiteSpace(block, end.End));
        if (following.Kind == FollowingKind.Continuing)
            return null;
        if (following.Kind == FollowingKind.Small)
            return IsSmallLetteredEnd(block, sentence, end, casing) ? end.End : null;
        if (end.IsEllipsis && !end.Exclaims)
            return EllipsisRule.FindBoundary(block, end, following);
        if (QuotationRule.GoesOn(block, end, following))
            return null;
        if (end.IsFullStop && AbbreviationRule.GoesOn(block, sentence, end, following))
            return null;
        return end.End;
    }

    // A stray full stop before a small letter ends nothing, unless the writer uses no capitals at all.
    private static bool IsSmallLetteredEnd(ReadOnlySpan<char> block, int sentence, SentenceEnd end, BlockCasing casing) =>
        !end.IsEllipsis
        && end.Closer == '\0'
        && !casing.HasCapital(block)
        && !Abbreviations.TryFind(Characters.WordBefore(block, end.Start, sentence), out _);
}
