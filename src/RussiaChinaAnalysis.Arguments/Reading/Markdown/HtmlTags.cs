using System.Net;
using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>Raw HTML between paragraphs of Markdown: its tags go, its words stay.</summary>
internal static class HtmlTags
{
    // No name of an element that divides words is longer.
    private const int LongestName = 12;

    private static readonly string[] Unread = ["script", "style", "template"];

    public static string Remove(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var sign = html.IndexOf('<', at);
            if (sign < 0)
                sign = html.Length;
            text.Append(html, at, sign - at);
            at = sign;
            if (sign == html.Length)
                break;
            if (!IsTag(html, sign))
            {
                text.Append(html[at++]);
                continue;
            }

            var name = NameOf(html, sign);
            if (name == "br" || HtmlBlocks.Contain(name))
                text.Append(' ');
            at = EndOfTag(html, sign, name);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // "Income < 3 million" holds no tag, nor does "<3".
    private static bool IsTag(string html, int sign) =>
        sign + 1 < html.Length && (html[sign + 1] is '/' or '!' or '?' || char.IsAsciiLetter(html[sign + 1]));

    /// <returns>In lower case; empty for what is no element, or one of a longer name.</returns>
    private static string NameOf(string html, int tag)
    {
        var start = html[tag + 1] == '/' ? tag + 2 : tag + 1;
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]) && end - start <= LongestName)
            end++;
        return end - start > LongestName ? "" : html[start..end].ToLowerInvariant();
    }

    // An unfinished tag or comment reaches to the end, as it does in a browser.
    private static int EndOfTag(string html, int tag, string name)
    {
        if (string.CompareOrdinal(html, tag, "<!--", 0, 4) == 0)
            return After(html, "-->", tag + 4);
        if (html[tag + 1] != '/' && Unread.Contains(name))
            return After(html, ">", After(html, "</" + name, tag));
        return After(html, ">", tag);
    }

    private static int After(string html, string mark, int at)
    {
        var found = html.IndexOf(mark, Math.Min(at, html.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
