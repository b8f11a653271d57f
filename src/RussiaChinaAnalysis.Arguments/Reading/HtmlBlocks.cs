using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>The elements of HTML whose words stand apart from those around them.</summary>
internal static class HtmlBlocks
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "caption",
        "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "blockquote", "menu", "dir", "h1", "h2", "h3", "h4", "h5", "h6",
    ]);

    /// <param name="name">In lower case.</param>
    public static bool Contain(string name) => Names.Contains(name);
}
