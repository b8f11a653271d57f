using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// Where words stand in a text, said twice: by position and by quotation (W3C <c>TextPositionSelector</c> and
/// <c>TextQuoteSelector</c>), so that they can be found again when the text has changed.
/// </summary>
/// <param name="Position">UTF-16 code units in the text that the words were taken from.</param>
/// <param name="Prefix">The text just before the quote, at most <see cref="ContextLength"/> units; may be empty.</param>
/// <param name="Suffix">The text just after the quote, at most <see cref="ContextLength"/> units; may be empty.</param>
public sealed record Anchor(TextSpan Position, string Quote, string Prefix, string Suffix)
{
    /// <summary>How much text is kept on either side of the quote, in UTF-16 code units.</summary>
    public const int ContextLength = 32;

    /// <summary>
    /// The longest quotation, in UTF-16 code units, that may be sought when nothing vouches for it: to look for altered words
    /// takes time with the square of their number.
    /// </summary>
    public const int LongestForeignQuote = 10_000;

    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public static Anchor At(string text, TextSpan span) =>
        new(span, span.Of(text), Before(text, span.Start), After(text, span.End));

    private static string Before(string text, int end)
    {
        var start = Math.Max(0, end - ContextLength);
        return text[(IsInsideCharacter(text, start) ? start + 1 : start)..end];
    }

    private static string After(string text, int start)
    {
        var end = Math.Min(text.Length, start + ContextLength);
        return text[start..(IsInsideCharacter(text, end) ? end - 1 : end)];
    }

    /// <summary>Whether a cut here would tear a surrogate pair.</summary>
    private static bool IsInsideCharacter(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);
}
