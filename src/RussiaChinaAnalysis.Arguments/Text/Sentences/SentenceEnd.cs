namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>A run of marks that may end a sentence: "?!", ".”", ". . .", "。」" — with what closes after it.</summary>
/// <param name="Start">The first mark.</param>
/// <param name="DotsEnd">After the first run of marks, before anything that closes.</param>
/// <param name="End">After quotation marks, brackets and note numbers that close with it.</param>
/// <param name="Dots">How many full stops the first run holds; an ellipsis character counts as three.</param>
/// <param name="Spaced">The full stops stand apart: ". . ."</param>
/// <param name="Closer">The last mark that closes; NUL when nothing does.</param>
internal readonly record struct SentenceEnd(
    int Start, int DotsEnd, int End, int Dots, bool Spaced, bool Exclaims, bool Ideographic, bool Caseless, char Closer)
{
    public bool IsEllipsis => Dots >= 3;

    public bool IsFullStop => Dots is 1 or 2 && !Exclaims && !Ideographic && !Caseless;

    public static SentenceEnd Read(ReadOnlySpan<char> block, int start)
    {
        int dots = 0;
        bool spaced = false, exclaims = false, ideographic = false, caseless = false;
        var at = start;
        for (; at < block.Length; at++)
        {
            var character = block[at];
            if (Characters.IsDot(character))
                dots += character == '.' ? 1 : 3;
            else if (Characters.IsExclaiming(character))
                exclaims = true;
            else if (Characters.IsIdeographicEnd(character))
                ideographic = true;
            else if (Characters.IsCaselessEnd(character))
                caseless = true;
            else
                break;
        }

        if (dots == at - start)
            spaced = ReadSpacedDots(block, ref at, ref dots);
        var end = Closers.Read(block, at, out var closer);
        return new SentenceEnd(start, at, end, dots, spaced, exclaims, ideographic, caseless, closer);
    }

    private static bool ReadSpacedDots(ReadOnlySpan<char> block, ref int at, ref int dots)
    {
        var begin = at;
        while (at + 1 < block.Length && block[at] is ' ' or '\u00A0' && block[at + 1] == '.'
            && (at + 2 == block.Length || !char.IsLetterOrDigit(block[at + 2])))
        {
            at += 2;
            dots++;
        }

        return at > begin;
    }
}
