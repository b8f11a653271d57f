using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What stands in a page's markup and is no part of its text.</summary>
internal static partial class Clutter
{
    private const string SiteParts =
        "nav, aside:not(.footnote):not([role=doc-footnote]), header:not(article header, main header, #title-block-header), footer:not(article footer), form, button, iframe, dialog, " +
        "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog], [role=alert], " +
        "#comments, .comments, #sidebar, .sidebar, .advertisement, .cookie-banner, .related, .newsletter, .share, .social";

    private const string Hidden =
        "head, script, style, noscript, template, object, embed, svg, canvas, audio, video, input, select, textarea, datalist, map, rp, rt, annotation, " +
        "[hidden], [aria-hidden=true], .sr-only, .visually-hidden, .screen-reader-text, .noprint, " +
        // What encyclopaedias set beside their text, and what office programs write of the edges of their pages.
        ".mw-editsection, .infobox, .navbox, .hatnote, #siteSub, #toc, .toc, div[title=header], div[title=footer], " +
        // Marks of notes and the ways back from them.
        "a[role=doc-noteref], a[role=doc-backlink], a.footnote-ref, a.footnote-back, a.footnote-backref, sup.reference, .mw-cite-backlink";

    /// <summary>Whether a site has put anything around the text.</summary>
    public static bool HasSiteParts(IElement body) =>
        body.QuerySelector(SiteParts) is not null
        || NamedLikeSiteParts(body).Any();

    public static void RemoveHidden(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Hidden).Where(element => element is not IHtmlHeadElement))
            element.Remove();
        foreach (var element in page.QuerySelectorAll("[style]").Where(IsHiddenByStyle))
            element.Remove();
        NoteMarks.Remove(page);
        // What only leads back to the mark of a note is none of its words.
        foreach (var back in page.QuerySelectorAll("a[href^='#']").Where(link => NoteMarks.ShortText(link).Trim() is "↩" or "↩︎" or "↑" or "^"))
            back.Remove();
    }

    public static void RemoveSiteParts(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(SiteParts).Concat(NamedLikeSiteParts(body)).ToList())
            element.Remove();
    }

    /// <summary>What a site sets between the paragraphs of its article.</summary>
    public static void RemoveInsertions(IElement article)
    {
        foreach (var element in NamedLikeSiteParts(article).ToList())
            element.Remove();
    }

    private static IEnumerable<IElement> NamedLikeSiteParts(IElement body) =>
        body.QuerySelectorAll("div[id], div[class], section[id], section[class], ul[id], ul[class], ol[id], ol[class]")
            .Where(element => IsNamedLikeSitePart(element.Id) || IsNamedLikeSitePart(element.ClassName));

    private static bool IsNamedLikeSitePart(string? name) => name is not null && SitePartName().IsMatch(name);

    private static bool IsHiddenByStyle(IElement element)
    {
        var style = element.GetAttribute("style")!.Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("mso-list:Ignore", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(?:^|[^A-Za-z])(?:nav|menu|masthead|sidebar|footer|comments?|respond|widgets?|share|sharing|related|breadcrumbs?|cookies?|newsletter|subscribe|promo|advert\w*|ads?)(?:$|[^A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SitePartName();
}
