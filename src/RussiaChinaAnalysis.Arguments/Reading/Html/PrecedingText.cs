using System.Collections.Frozen;
using AngleSharp.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What stands right before a number that is a link: a word of the sentence has a space there, the mark of a note has none.</summary>
internal static class PrecedingText
{
    private static readonly FrozenSet<string> Inline =
        FrozenSet.Create(StringComparer.Ordinal, "abbr", "b", "cite", "em", "font", "i", "q", "small", "span", "strong", "u");

    // "Fig.3", "p.12"
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "app", "art", "ch", "chap", "col", "eq", "fig", "figs", "no", "nos", "p", "para", "pp", "sec", "sect", "tab", "vol");

    public static bool IsGluedTo(IElement link)
    {
        if (Before(link) is not { Length: > 0 } text)
            return false;
        return text[^1] switch
        {
            '.' => !EndsInAbbreviation(text),
            // "1,2", "3:16"
            ',' or ':' => text.Length > 1 && !char.IsDigit(text[^2]),
            ';' or '!' or '?' or '…' or ')' or '”' or '’' or '»' or '"' or '\'' => true,
            // Scripts without spaces tell nothing by them.
            var last => char.IsLetterOrDigit(last) && !Script.IsEastAsian(last),
        };
    }

    private static bool EndsInAbbreviation(string text)
    {
        var start = text.Length - 1;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return Abbreviations.Contains(text[start..^1]);
    }

    /// <summary>The text up to the link in the same block; empty for none, and after another link: pages are listed as "123".</summary>
    private static string Before(IElement link)
    {
        INode at = link;
        while (true)
        {
            switch (at.PreviousSibling)
            {
                case IText { Data: [_, ..] words }:
                    return words;
                case IElement { LocalName: var name } element when Inline.Contains(name):
                    return LastText(element);
                case IElement:
                    return "";
                case { } nothing:
                    at = nothing;
                    break;
                case null when at.ParentElement is { LocalName: var name } parent && Inline.Contains(name):
                    at = parent;
                    break;
                default:
                    return "";
            }
        }
    }

    private static string LastText(IElement element)
    {
        INode last = element;
        while (last.LastChild is { } child && (last is not IElement { LocalName: "a" }))
            last = child;
        return (last as IText)?.Data ?? "";
    }
}
