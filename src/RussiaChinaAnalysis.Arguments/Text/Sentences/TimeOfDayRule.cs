namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>
/// "He left at 6 p.m. Mr. Smith stayed": a time of day ends a sentence before a capital, unless nothing but the time has
/// been said yet ("At 5 a.m. Mr. Smith left") or a day or time zone follows.
/// </summary>
internal static class TimeOfDayRule
{
    private const int LongestAdverbial = 30;

    public static bool GoesOn(ReadOnlySpan<char> block, int sentence, int end, Following following) =>
        following.Kind == FollowingKind.Digit
        || Vocabulary.AfterTime.Contains(Characters.WordAt(block, following.Word))
        || IsAdverbialSoFar(block, sentence, end);

    private static bool IsAdverbialSoFar(ReadOnlySpan<char> block, int sentence, int end)
    {
        if (end - sentence > LongestAdverbial)
            return false;
        var first = Characters.WordAt(block, sentence);
        // A time alone, or a preposition and a time: no other word of small letters but those of the time itself.
        var rest = block[sentence..end][first.Length..];
        return (Vocabulary.TimePrepositions.Contains(first) || first is [>= '0' and <= '9', ..])
            && CountWords(rest) <= 4;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at++)
            if (!char.IsWhiteSpace(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1])))
                count++;
        return count;
    }
}
