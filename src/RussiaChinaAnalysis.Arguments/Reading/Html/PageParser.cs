using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>From markup to a tree that is neither too large nor too deep for what walks it.</summary>
internal static partial class PageParser
{
    /// <returns>Null when the markup may be parsed.</returns>
    public static ReadResult? Refuse(SourceFile file, string markup) =>
        EntityDeclarations().IsMatch(markup.AsSpan(0, Math.Min(markup.Length, 8_192)))
            ? Refusals.TooComplex(file, "declares entities of its own, which a web page does not need; open it in a browser and save it again.")
            : null;

    /// <returns>Null, and what is too much of it, when the page is too large or too deep.</returns>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public static IHtmlDocument? Parse(string markup, out string excess, CancellationToken cancellation)
    {
        var load = new PageLoad();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = PageLoad.MaximumDepth,
            SkipComments = true,
            OnCreated = (element, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                RefuseAt(load.AddElement(element));
            },
            ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> _) =>
            {
                RefuseAt(load.AddAttribute());
                return true;
            },
        });
        excess = "";
        try
        {
            // More than two line breaks in a row say nothing, and finding the article takes the square of their number.
            var shortened = Breaks().Replace(markup, "<br><br>");
            var page = parser.ParseDocument(XhtmlTags.IsXhtml(shortened) ? XhtmlTags.Close(shortened) : shortened);
            if (!IsTooDeep(page))
                return page;
            excess = PageLoad.TooDeep;
        }
        catch (PageTooLargeException failure)
        {
            excess = failure.Excess;
        }

        return null;
    }

    private static void RefuseAt(string? excess)
    {
        if (excess is not null)
            throw new PageTooLargeException(excess);
    }

    // The parser flattens what nests deeper, and paragraphs would be torn. A node knows its children by their place and
    // has to look for its neighbours among all of them, so that lists of children are followed.
    private static bool IsTooDeep(IHtmlDocument page)
    {
        var open = new Stack<(INodeList Children, int Next)>([(page.ChildNodes, 0)]);
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Children.Length)
                continue;
            open.Push((level.Children, level.Next + 1));
            open.Push((level.Children[level.Next].ChildNodes, 0));
            if (open.Count > PageLoad.MaximumDepth)
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?:<br\b[^<>]*>\s*){3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<!DOCTYPE[^>\[]*\[", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EntityDeclarations();

    private sealed class PageTooLargeException(string excess) : Exception
    {
        public string Excess => excess;
    }
}
