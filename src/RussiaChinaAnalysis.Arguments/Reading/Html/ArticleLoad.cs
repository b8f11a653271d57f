using AngleSharp.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>
/// How much work it will be to find the article of a page, told before it begins. The library looks for the neighbours
/// of a node among all children of its parent, walks the page once more for each element of the kinds that it cleans, and
/// collects the words of an element anew wherever it weighs one that holds it.
/// </summary>
internal sealed class ArticleLoad
{
    // Above an article of two thousand paragraphs, or one of five hundred with as many comments of readers.
    private const long MaximumLoad = 100_000_000;

    private static readonly HashSet<string> Cleaned = ["a", "br", "div", "font", "h1", "img", "p", "table", "tr", "ul"];

    private long nodes;
    private long cleaned;
    private long neighbours;
    private long words;
    private long attributes;

    // Each weight is what was measured, one walk past a node being the unit.
    private long Load => (cleaned * nodes) + (neighbours / 4) + (10 * words) + attributes;

    public static bool IsTooMuch(IElement body)
    {
        var load = new ArticleLoad();
        load.Add(body, 1);
        return load.Load > MaximumLoad;
    }

    // It recurses no deeper than PageLoad lets elements nest.
    private void Add(INode node, int depth)
    {
        nodes++;
        if (node is IText text)
        {
            words += (long)text.Length * depth;
            return;
        }

        if (node is IElement element)
        {
            cleaned += Cleaned.Contains(element.LocalName) ? 1 : 0;
            attributes += (long)element.Attributes.Length * element.Attributes.Length;
        }

        neighbours += (long)node.ChildNodes.Length * node.ChildNodes.Length;
        foreach (var child in node.ChildNodes)
            Add(child, depth + 1);
    }
}
