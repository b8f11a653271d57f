namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>What still belongs to a sentence after its end mark: quotation marks, brackets, note numbers.</summary>
internal static class Closers
{
    private const int LongestNoteNumber = 4;

    /// <returns>The position after all of them.</returns>
    public static int Read(ReadOnlySpan<char> block, int at, out char closer)
    {
        closer = '\0';
        while (at < block.Length)
        {
            var character = block[at];
            if (Characters.IsClosing(character) || IsGermanClosingMark(block, at))
                closer = character;
            else if (closer != '\0' && Characters.IsSentenceEnd(character))
                closer = '.';
            else if (!Characters.IsSuperscriptDigit(character))
                break;
            at++;
        }

        return ReadNoteNumber(block, ReadSpacedGuillemet(block, at, ref closer));
    }

    // „Das ist gut.“
    private static bool IsGermanClosingMark(ReadOnlySpan<char> block, int at) =>
        block[at] is '“' or '‘' && (at + 1 == block.Length || !char.IsLetterOrDigit(block[at + 1]));

    // « C’est bon. »
    private static int ReadSpacedGuillemet(ReadOnlySpan<char> block, int at, ref char closer)
    {
        if (at + 1 >= block.Length || !char.IsWhiteSpace(block[at]) || block[at + 1] is not ('»' or '›'))
            return at;
        closer = block[at + 1];
        return at + 2;
    }

    // "it ended.[12] Then", "it ended.12 Then": but "3.12" and "version.2" are no notes.
    private static int ReadNoteNumber(ReadOnlySpan<char> block, int at)
    {
        var bracket = at < block.Length && block[at] == '[';
        var digits = bracket ? at + 1 : at;
        var end = digits;
        while (end < block.Length && end - digits < LongestNoteNumber && char.IsAsciiDigit(block[end]))
            end++;
        if (end == digits)
            return at;
        if (bracket)
            return end < block.Length && block[end] == ']' ? end + 1 : at;
        return IsBareNoteNumber(block, at, end) ? end : at;
    }

    private static bool IsBareNoteNumber(ReadOnlySpan<char> block, int at, int end)
    {
        if (at < 2 || !(char.IsLower(block[at - 2]) || Characters.IsQuotationMark(block[at - 1])))
            return false;
        if (end == block.Length)
            return true;
        var next = Characters.SkipWhiteSpace(block, end);
        return next > end && next < block.Length && char.IsUpper(block[next]);
    }
}
