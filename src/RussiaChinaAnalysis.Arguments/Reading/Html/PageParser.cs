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
            var page = parser.ParseDocument(XhtmlTags.IsXhtml(markup) ? XhtmlTags.Close(markup) : markup);
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

    // The parser flattens what nests deeper, and paragraphs would be torn.
    private static bool IsTooDeep(IHtmlDocument page)
    {
        var depth = 0;
        INode? node = page;
        while (node is not null)
        {
            if (depth >= MaximumDepth)
                return true;
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is { NextSibling: null })
                (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }

        return false;
    }

    [GeneratedRegex(@"<!DOCTYPE[^>\[]*\[", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EntityDeclarations();

    private sealed class PageTooLargeException : Exception;
}
