using System.Net;
using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>Raw HTML between paragraphs of Markdown: its tags go, its words stay.</summary>
internal static class HtmlTags
{
    private static readonly string[] Unread = ["script", "style", "template"];

    public static string Remove(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                text.Append(html, at, html.Length - at);
                break;
            }

            text.Append(html, at, tag - at).Append(' ');
            at = EndOfTag(html, tag);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // An unfinished tag or comment reaches to the end, as it does in a browser.
    private static int EndOfTag(string html, int tag)
    {
        if (string.CompareOrdinal(html, tag, "<!--", 0, 4) == 0)
            return After(html, "-->", tag + 4);
        foreach (var name in Unread)
            if (string.Compare(html, tag + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return After(html, ">", After(html, "</" + name, tag));
        return After(html, ">", tag);
    }

    private static int After(string html, string mark, int at)
    {
        var found = html.IndexOf(mark, Math.Min(at, html.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + mark.Length;
    }
}
