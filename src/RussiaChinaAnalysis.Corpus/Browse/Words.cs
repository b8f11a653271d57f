using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Runs of letters, digits and the marks upon them.</summary>
internal static class Words
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        var start = -1;
        for (var position = 0; position <= text.Length; position++)
        {
            var inside = position < text.Length && IsPart(text[position]);
            if (inside && start < 0)
            {
                start = position;
            }
            else if (!inside && start >= 0)
            {
                yield return new TextSpan(start, position);
                start = -1;
            }
        }
    }

    private static bool IsPart(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
