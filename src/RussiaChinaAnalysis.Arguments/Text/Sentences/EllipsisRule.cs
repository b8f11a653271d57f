namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>
/// Omission marks as style guides use them: three spaced dots are inside a sentence; a fourth is its full stop, and
/// where it touches the last word the other three open the next sentence. Unspaced dots before a capital end a sentence.
/// </summary>
internal static class EllipsisRule
{
    public static int? FindBoundary(ReadOnlySpan<char> block, SentenceEnd end, Following following)
    {
        if (IsBracketed(block, end))
            return null;
        if (end.Dots >= 4)
            return end.Spaced && TouchesWord(block, end) && end.Closer == '\0' ? end.Start + 1 : end.End;
        if (end.Closer != '\0')
            return end.End;
        return end.Spaced || following.Kind == FollowingKind.Digit || IsPronounI(block, following) ? null : end.End;
    }

    private static bool IsBracketed(ReadOnlySpan<char> block, SentenceEnd end) =>
        end.Start > 0 && block[end.Start - 1] is '[' or '(' && end.Closer != '\0';

    private static bool TouchesWord(ReadOnlySpan<char> block, SentenceEnd end) =>
        end.Start > 0 && !char.IsWhiteSpace(block[end.Start - 1]);

    // "well ... I mean": always a capital, so it says nothing.
    private static bool IsPronounI(ReadOnlySpan<char> block, Following following) =>
        Characters.WordAt(block, following.Word) is "I" or "I'm" or "I’m" or "I've" or "I’ve" or "I'll" or "I’ll" or "I'd" or "I’d";
}
