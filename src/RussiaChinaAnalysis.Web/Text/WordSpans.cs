using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Web.Text;

/// <summary>Words as they stand between white space, for a choice among them.</summary>
public static class WordSpans
{
    /// <param name="begins">Where <paramref name="text"/> begins in the text that the spans shall count in.</param>
    public static IReadOnlyList<(TextSpan Span, string Word)> In(string text, int begins)
    {
        var words = new List<(TextSpan, string)>();
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            if (at > start)
                words.Add((new TextSpan(begins + start, begins + at), text[start..at]));
        }

        return words;
    }
}
