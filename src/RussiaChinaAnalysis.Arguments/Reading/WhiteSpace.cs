using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading;

internal static class WhiteSpace
{
    /// <summary>One space for each run of white space, none at the edges. A no-break space alone between words stays.</summary>
    public static string Collapse(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                builder.Append(text[at]);
                continue;
            }

            var start = at;
            while (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))
                at++;
            if (builder.Length > 0 && at + 1 < text.Length)
                builder.Append(at == start && text[at] is '\u00A0' or '\u202F' ? text[at] : ' ');
        }

        return builder.ToString();
    }
}
