using System.Globalization;
using System.Text;

namespace RussiaChinaAnalysis.Arguments.Text;

/// <summary>
/// Makes the text that every offset counts in: Unicode normalisation form C, line feeds only, no byte order mark at the
/// start, and only characters that XML and JSON can hold. Text that is so already is returned as it is, character for
/// character, with its white space.
/// </summary>
public static class TextNormaliser
{
    // Sorting a run of combining marks, and asking whether it is sorted, is quadratic, so hostile text could hold a reader
    // up for hours. Unicode Standard Annex 15, section 13 (stream-safe text), breaks such runs with a combining grapheme
    // joiner after 30; no language comes near, and the higher limit spares text that is decorated in play.
    private const int LongestRunOfMarks = 128;
    private const char CombiningGraphemeJoiner = '\u034F';
    private const char FirstMark = '\u0300';
    private const char ByteOrderMark = '\uFEFF';
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// CR LF and CR become a line feed; unpaired surrogates and U+FFFE, U+FFFF become U+FFFD; control characters other
    /// than tab and line feed become a space, so that the words around them stay apart. Applying it twice changes nothing.
    /// </summary>
    public static string Normalise(string raw)
    {
        var clean = BreakRunsOfMarks(IsClean(raw) ? raw : Clean(raw));
        return clean.IsNormalized(NormalizationForm.FormC) ? clean : clean.Normalize(NormalizationForm.FormC);
    }

    private static bool IsClean(string text)
    {
        if (text.StartsWith(ByteOrderMark))
            return false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsHighSurrogate(character) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (MustGo(character))
                return false;
        }

        return true;
    }

    private static bool MustGo(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\n'))
        || char.IsSurrogate(character)
        || character is '\uFFFE' or '\uFFFF';

    private static string Clean(string raw)
    {
        var builder = new StringBuilder(raw.Length);
        var at = 0;
        while (at < raw.Length && raw[at] == ByteOrderMark)
            at++;
        for (; at < raw.Length; at++)
        {
            var character = raw[at];
            if (char.IsHighSurrogate(character) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1]))
                builder.Append(character).Append(raw[++at]);
            else if (character == '\r')
                AppendLineEnd(builder, raw, ref at);
            else if (!MustGo(character))
                builder.Append(character);
            else
                builder.Append(char.IsControl(character) ? ' ' : Replacement);
        }

        return builder.ToString();
    }

    private static void AppendLineEnd(StringBuilder builder, string raw, ref int at)
    {
        builder.Append('\n');
        if (at + 1 < raw.Length && raw[at + 1] == '\n')
            at++;
    }

    private static string BreakRunsOfMarks(string text)
    {
        StringBuilder? broken = null;
        var run = 0;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLowSurrogate(text[at]))
                continue;
            run = IsMark(text, at) ? run + 1 : 0;
            if (run <= LongestRunOfMarks)
                continue;
            broken ??= new StringBuilder(text.Length + 16);
            broken.Append(text, copied, at - copied).Append(CombiningGraphemeJoiner);
            copied = at;
            run = 1;
        }

        return broken is null ? text : broken.Append(text, copied, text.Length - copied).ToString();
    }

    // The high half of a pair answers for the whole.
    private static bool IsMark(string text, int at) =>
        text[at] >= FirstMark
        && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
