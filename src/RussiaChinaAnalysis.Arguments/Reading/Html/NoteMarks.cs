using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>"¹", "[12]", "*" with a link to a place in the page; an exponent has none, and a bare number may be a word of its sentence.</summary>
internal static partial class NoteMarks
{
    private const string SetHigh = "sup, [style*=super]";

    // Whole pages lie in a div or a cell too: a number there that leads to a section, from which a link leads to the top, is no mark.
    private const string HoldsWords = "li[id], p[id], dd[id]";
    private const string HoldsNote = HoldsWords + ", td[id], div[id], aside[id]";

    public static void Remove(IHtmlDocument page)
    {
        var ways = page.QuerySelectorAll("a[href^='#']").SelectMany(link => Ways(link, HoldsNote)).ToHashSet();
        foreach (var mark in page.QuerySelectorAll("sup, a[href^='#']").Where(element => IsNoteMark(element, ways)).ToList())
            mark.Remove();
    }

    // Elements that nest would each collect all the words inside once more. What is cut is too long for a mark.
    public static string ShortText(IElement element)
    {
        const int Enough = 100;
        var text = new StringBuilder();
        foreach (var part in element.Descendants<IText>().TakeWhile(_ => text.Length < Enough))
            text.Append(part.Data.AsSpan(0, Math.Min(part.Data.Length, Enough)));
        return text.ToString();
    }

    private static bool IsNoteMark(IElement mark, HashSet<Way> ways)
    {
        if (ShortText(mark).Trim() is not { Length: > 0 and <= 5 } text
            || !text.All(character => char.IsDigit(character) || character is '[' or ']' or '(' or ')' or '*' or '†' or '‡' or ',' or ' '))
            return false;
        if (mark.LocalName != "a")
            return (mark.QuerySelector("a[href*='#']") ?? mark.Closest("a[href*='#']")) is not null;
        return text[0] is '[' or '(' || (text.Length <= 3 && (!text.Any(char.IsDigit) || IsMarkedAsNote(mark, ways)));
    }

    // "See table 1" leads to a place in the page as well.
    private static bool IsMarkedAsNote(IElement link, HashSet<Way> ways) =>
        NoteName().IsMatch(link.GetAttribute("href")!)
        || (link.ClassName is { } named && NoteName().IsMatch(named))
        || link.Matches(SetHigh) || link.QuerySelector(SetHigh) is not null || link.ParentElement?.Matches(SetHigh) == true
        || Ways(link, HoldsWords).Any(way => ways.Contains(new Way(way.To, way.From)))
        || PrecedingText.IsGluedTo(link);

    /// <summary>From each name of the place where a link stands to where it leads.</summary>
    private static IEnumerable<Way> Ways(IElement link, string holders) =>
        new[] { link.Id, link.GetAttribute("name"), link.ParentElement?.Id, link.Closest(holders)?.Id }.OfType<string>()
            .Select(from => new Way(from, link.GetAttribute("href")![1..]));

    [GeneratedRegex(@"(?:^|[^A-Za-z])(?:sd)?(?:fn|ftn|edn|note|footnote|endnote|cite|ref|bib)+(?:s|anc|sym)?(?:$|[^A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoteName();

    private readonly record struct Way(string From, string To);
}
