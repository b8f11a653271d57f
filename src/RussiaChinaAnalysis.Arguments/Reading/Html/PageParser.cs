using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>From markup to a tree that is neither too large nor too deep for what walks it.</summary>
internal static partial class PageParser
{
    /// <summary>Real pages nest some 60 deep.</summary>
    private const int MaximumDepth = 400;

    private const int MaximumElements = 60_000;
    private const int ElementsBetweenLooks = 100;
    private const int MaximumAttributes = 2_000_000;

    /// <returns>Null when the markup may be parsed.</returns>
    public static ReadResult? Refuse(SourceFile file, string markup) =>
        EntityDeclarations().IsMatch(markup.AsSpan(0, Math.Min(markup.Length, 8_192)))
            ? Refusals.TooComplex(file, "declares entities of its own, which a web page does not need; open it in a browser and save it again.")
            : null;

    /// <returns>Null when the page holds or nests too many elements.</returns>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public static IHtmlDocument? Parse(string markup, CancellationToken cancellation)
    {
        var elements = 0;
        var attributes = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MaximumDepth,
            SkipComments = true,
            OnCreated = (element, _) =>
            {
                cancellation.ThrowIfCancellationRequested();
                attributes += element.Attributes.Length;
                if (++elements > MaximumElements || attributes > MaximumAttributes
                    // What is open grows with the nesting, and with it the time that each further element takes.
                    || (elements % ElementsBetweenLooks == 0 && OpenDepth(element.Owner) >= MaximumDepth))
                {
                    throw new PageTooLargeException();
                }
            },
        });
        try
        {
            // More than two line breaks in a row say nothing, and finding the article takes the square of their number.
            var shortened = Breaks().Replace(markup, "<br><br>");
            var page = parser.ParseDocument(XhtmlTags.IsXhtml(shortened) ? XhtmlTags.Close(shortened) : shortened);
            return IsTooDeep(page) ? null : page;
        }
        catch (PageTooLargeException)
        {
            return null;
        }
    }

    private static int OpenDepth(IDocument? page)
    {
        var depth = 0;
        for (var element = page?.DocumentElement; element is not null; element = element.LastElementChild)
            depth++;
        return depth;
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
            if (open.Count > MaximumDepth)
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?:<br\b[^<>]*>\s*){3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<!DOCTYPE[^>\[]*\[", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EntityDeclarations();

    private sealed class PageTooLargeException : Exception;
}
