using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What a page asks of the parser and of what walks its tree, counted while the parser makes it.</summary>
internal sealed class PageLoad
{
    /// <summary>Real pages nest some 60 deep.</summary>
    public const int MaximumDepth = 400;

    private const int MaximumElements = 60_000;
    private const int MaximumAttributes = 500_000;
    private const int ElementsBetweenLooks = 100;

    // The parser looks through all of the page for the first one each time that it meets another. A page has one.
    private const int MaximumBases = 100;

    // The parser looks through all frames each time that an element is moved or removed.
    private const int MaximumFrames = 500;

    private int elements;
    private int attributes;
    private int bases;
    private int frames;

    public static string TooDeep { get; } = string.Create(CultureInfo.InvariantCulture,
        $"nests its elements more than {MaximumDepth} deep, which an essay does not need; copy its text into a new document.");

    /// <returns>What is too much, as a refusal goes on after the name of the file; null when nothing is.</returns>
    public string? AddElement(IElement element)
    {
        if (++elements > MaximumElements)
            return TooMany(MaximumElements, "elements");
        if (element is IHtmlBaseElement && ++bases > MaximumBases)
            return TooMany(MaximumBases, "<base> tags");
        if (element is IHtmlInlineFrameElement && ++frames > MaximumFrames)
            return TooMany(MaximumFrames, "frames (<iframe>)");
        // What is open grows with the nesting, and with it the time that each further element takes.
        return elements % ElementsBetweenLooks == 0 && OpenDepth(element.Owner) >= MaximumDepth ? TooDeep : null;
    }

    /// <returns>As <see cref="AddElement"/>: an element that is new has no attributes yet.</returns>
    public string? AddAttribute() => ++attributes > MaximumAttributes ? TooMany(MaximumAttributes, "attributes") : null;

    private static string TooMany(int maximum, string what) => string.Create(CultureInfo.InvariantCulture,
        $"holds more than {maximum} {what}, which an essay does not need; copy its text into a new document, or divide it.");

    private static int OpenDepth(IDocument? page)
    {
        var depth = 0;
        for (var element = page?.DocumentElement; element is not null; element = element.LastElementChild)
            depth++;
        return depth;
    }
}
