using System.Buffers;

namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>Classes of characters that the boundary rules share.</summary>
internal static class Characters
{
    /// <summary>Sentence ends of scripts that write no space after them.</summary>
    private const string Ideographic = "。！？｡．";

    /// <summary>Sentence ends of scripts without a capital letter to confirm them.</summary>
    private const string CaselessScripts = "؟۔।॥։።፧။៕";

    private const string Exclaiming = "?!‼⁇⁈⁉‽";

    private const string Bullets = "•⁃‣▪◦●○■□➢✓";

    private const string ClosingMarks = "\"'”’»›)]}」』）】》〉〕］｝＂";

    private const string OpeningMarks = "\"'“‘„‚«‹([{「『（【《〈〔［｛¿¡";

    /// <summary>Where the scanner stops to look: every sentence end, and what may end the marker of a list item.</summary>
    public static readonly SearchValues<char> Stops =
        SearchValues.Create("." + "…" + ")" + Exclaiming + Ideographic + CaselessScripts + Bullets);

    public static bool IsBullet(char character) => character > '\x7F' && Bullets.Contains(character, StringComparison.Ordinal);

    public static bool IsIdeographicEnd(char character) => character > '\x7F' && Ideographic.Contains(character, StringComparison.Ordinal);

    public static bool IsCaselessEnd(char character) => character > '\x7F' && CaselessScripts.Contains(character, StringComparison.Ordinal);

    public static bool IsExclaiming(char character) => Exclaiming.Contains(character, StringComparison.Ordinal);

    public static bool IsDot(char character) => character is '.' or '…';

    public static bool IsSentenceEnd(char character) =>
        IsDot(character) || IsExclaiming(character) || IsIdeographicEnd(character) || IsCaselessEnd(character);

    public static bool IsClosing(char character) => ClosingMarks.Contains(character, StringComparison.Ordinal);

    public static bool IsOpening(char character) => OpeningMarks.Contains(character, StringComparison.Ordinal);

    public static bool IsQuotationMark(char character) => "\"'“”‘’„‚«»‹›「」『』".Contains(character, StringComparison.Ordinal);

    public static bool IsSuperscriptDigit(char character) =>
        character is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');

    public static bool IsDash(char character) => character is '-' or '–' or '—' or '―';

    public static int SkipWhiteSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>The letters, digits, apostrophes from <paramref name="at"/>; no more than the rules ever compare.</summary>
    public static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        const int longest = 32;
        var end = at;
        while (end < text.Length && end - at < longest
            && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            end++;
        return text[at..end];
    }

    /// <summary>
    /// The word that ends at <paramref name="end"/> and does not begin before <paramref name="earliest"/>, with the full
    /// stops inside it: "U.S" in "the U.S."
    /// </summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end, int earliest)
    {
        const int longest = 32;
        var start = end;
        while (start > earliest && end - start < longest
            && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '°' or '№'))
            start--;
        return text[start..end].TrimStart('.');
    }
}
