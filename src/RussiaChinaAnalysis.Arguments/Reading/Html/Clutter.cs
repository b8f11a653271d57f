using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What stands in a page's markup and is no part of its text.</summary>
internal static class Clutter
{
    /// <summary>What a site puts around an essay.</summary>
    public const string SiteParts =
        "nav, aside:not(.footnote):not([role=doc-footnote]), body > header, body > footer, form, button, iframe, dialog, " +
        "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog], [role=alert], " +
        "#comments, .comments, #sidebar, .sidebar, .advertisement, .cookie-banner, .related, .newsletter, .share, .social";

    private const string Hidden =
        "head, script, style, noscript, template, object, embed, svg, canvas, audio, video, input, select, textarea, datalist, map, rp, rt, annotation, " +
        "[hidden], [aria-hidden=true], .sr-only, .visually-hidden, .screen-reader-text, .mw-editsection, .noprint, " +
        // Marks of notes and the ways back from them.
        "a[role=doc-noteref], a[role=doc-backlink], a.footnote-ref, a.footnote-back, a.footnote-backref, sup.reference, .mw-cite-backlink";

    public static void RemoveHidden(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Hidden).Where(element => element is not IHtmlHeadElement))
            element.Remove();
        foreach (var element in page.QuerySelectorAll("[style]").Where(IsHiddenByStyle))
            element.Remove();
        foreach (var mark in page.QuerySelectorAll("sup").Where(IsNoteMark))
            mark.Remove();
        // Links to scripts are no links, and text that only leads back to a mark of a note is none of its words.
        foreach (var back in page.QuerySelectorAll("a[href^='#']").Where(link => link.TextContent.Trim() is "↩" or "↩︎" or "↑" or "^"))
            back.Remove();
    }

    public static void RemoveSiteParts(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(SiteParts + ", header:not(article header):not(main header), footer:not(article footer)"))
            element.Remove();
    }

    private static bool IsHiddenByStyle(IElement element)
    {
        var style = element.GetAttribute("style")!.Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    // "¹", "[12]", "*" with a link to a place in the page; an exponent has none.
    private static bool IsNoteMark(IElement sup) =>
        sup.TextContent.Trim() is { Length: > 0 and <= 6 } text
        && text.All(character => char.IsDigit(character) || character is '[' or ']' or '(' or ')' or '*' or '†' or '‡' or ',' or ' ')
        && (sup.QuerySelector("a[href*='#']") ?? sup.Closest("a[href*='#']")) is not null;
}
