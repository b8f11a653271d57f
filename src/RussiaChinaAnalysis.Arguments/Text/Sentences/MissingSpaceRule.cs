namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>
/// Sentences run together: "it ends.Then". Only where nothing else is likely: after a word in small letters or a number,
/// and before a capitalised word of which one would expect it; never inside addresses and names of files or programs.
/// </summary>
internal static class MissingSpaceRule
{
    public static bool EndsSentence(ReadOnlySpan<char> block, int sentence, SentenceEnd end)
    {
        if (end.Dots > 1 || end.Closer is not ('\0' or '”' or '’' or ')' or '»'))
            return false;
        var next = Characters.WordAt(block, end.End);
        if (next.IsEmpty || !char.IsUpper(next[0]) || !IsOrdinary(next) || !EndsAsWord(block, end.End + next.Length))
            return false;
        var before = Characters.WordBefore(block, end.Start, sentence);
        if (before.IsEmpty)
            return end.Exclaims || end.Closer != '\0';
        if (before.Contains('.') || Abbreviations.TryFind(before, out _) || IsInAddress(block, end.Start - before.Length))
            return false;
        return IsSmallWord(before) || Vocabulary.Openers.Contains(next) || IsTitle(block, end.End, next);
    }

    private static bool IsSmallWord(ReadOnlySpan<char> word) =>
        word.Length > 1 && (char.IsLower(word[0]) || char.IsDigit(word[0])) && char.IsLetterOrDigit(word[^1]);

    private static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        foreach (var character in word[1..])
            if (!char.IsLower(character) && character is not ('\'' or '’'))
                return false;
        return true;
    }

    private static bool EndsAsWord(ReadOnlySpan<char> block, int at) =>
        at == block.Length || char.IsWhiteSpace(block[at]) || block[at] is ',' or ';' or ':'
        || (block[at] is '.' or '?' or '!' or '-' && at + 1 < block.Length && !IsAddressMark(block[at + 1]));

    private static bool IsTitle(ReadOnlySpan<char> block, int start, ReadOnlySpan<char> word) =>
        start + word.Length < block.Length
        && block[start + word.Length] == '.'
        && Abbreviations.TryFind(word, out var kind)
        && kind == AbbreviationKind.Title;

    private static bool IsInAddress(ReadOnlySpan<char> block, int word) =>
        word > 0 && (IsAddressMark(block[word - 1]) || block[word - 1] is '-');

    private static bool IsAddressMark(char character) => character is '@' or '/' or '\\' or '_' or ':' or '=' or '#' or '&';
}
