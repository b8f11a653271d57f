using System.Globalization;
using System.Net;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Prose;

/// <summary>Blocks as HTML. Every word is encoded, so the result is safe whatever was typed.</summary>
public static class ProseHtml
{
    /// <param name="headingLevel">The level of a heading of the first level.</param>
    public static string Of(IReadOnlyList<ProseBlock> blocks, int headingLevel)
    {
        var html = new StringBuilder();
        var depth = 0;
        foreach (var block in blocks)
        {
            var wanted = block.Kind == ProseKind.Item ? block.Level : 0;
            for (; depth > wanted; depth--)
                html.Append("</ul>\n");
            for (; depth < wanted; depth++)
                html.Append("<ul>\n");
            var tag = block.Kind switch
            {
                ProseKind.Heading => string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(6, headingLevel + block.Level - 1)}"),
                ProseKind.Item => "li",
                ProseKind.Quotation => "blockquote",
                _ => "p",
            };
            html.Append('<').Append(tag).Append('>');
            foreach (var run in block.Runs)
                Append(html, run);
            html.Append("</").Append(tag).Append(">\n");
        }

        for (; depth > 0; depth--)
            html.Append("</ul>\n");
        return html.ToString();
    }

    private static void Append(StringBuilder html, ProseRun run)
    {
        var text = WebUtility.HtmlEncode(run.Text);
        if (run.IsEmphasised)
            text = $"<em>{text}</em>";
        if (run.IsStrong)
            text = $"<strong>{text}</strong>";
        html.Append(run.Address is { } address ? $"<a href=\"{WebUtility.HtmlEncode(address)}\" rel=\"nofollow noreferrer\">{text}</a>" : text);
    }
}
