using System.Net;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>The title of the essay, without the name of the site that most pages add to it.</summary>
internal static class PageTitle
{
    private static readonly string[] Dividers = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « "];

    public static string? Find(IHtmlDocument page, MetaElements meta, StructuredData data)
    {
        var stated = StatedTitle.Clean(Clean(meta.First("citation_title") ?? data.Title ?? meta.First("og:title", "twitter:title", "dc.title", "dcterms.title")));
        var headings = page.QuerySelectorAll("h1, h2");
        var title = stated ?? StatedTitle.Clean(Clean(page.Title));
        if (title is null)
            return headings.Where(heading => heading.LocalName == "h1").ToList() is [var only] ? Clean(only.TextContent) : null;
        // A heading that the title begins with says where the site's name starts.
        if (headings.Select(heading => Clean(heading.TextContent)).OfType<string>().FirstOrDefault(heading => IsBeginning(heading, title)) is { } named)
            return named;
        return WithoutSite(title, Clean(meta.First("og:site_name", "application-name") ?? data.Publisher));
    }

    private static bool IsBeginning(string heading, string title) =>
        title.Equals(heading, StringComparison.OrdinalIgnoreCase)
        || Dividers.Any(divider => title.StartsWith(heading + divider, StringComparison.OrdinalIgnoreCase));

    private static string WithoutSite(string title, string? site)
    {
        foreach (var divider in site is null ? [] : Dividers)
            if (title.EndsWith(divider + site, StringComparison.OrdinalIgnoreCase) && title.Length > divider.Length + site!.Length)
                return title[..^(divider.Length + site.Length)].TrimEnd();
        return title;
    }

    // Content management systems escape the entities of JSON-LD and Open Graph once more.
    private static string? Clean(string? value) =>
        value is not null && WhiteSpace.Collapse(WebUtility.HtmlDecode(value)) is { Length: > 0 } clean ? clean : null;
}
