using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>
/// What a page says of itself, in the order of trust: the terms of scholarly publishers, structured data, Open Graph,
/// the page's own elements.
/// </summary>
internal sealed record PageMetadata(string? Title, string? Author, string? Published, string? Language)
{
    private const int LongestAuthor = 300;

    public static PageMetadata Read(IHtmlDocument page)
    {
        var meta = new MetaElements(page);
        var data = StructuredData.Read(page);
        return new PageMetadata(
            PageTitle.Find(page, meta, data),
            FindAuthor(page, meta, data),
            FindPublished(page, meta, data),
            FindLanguage(page, meta, data));
    }

    private static string? FindAuthor(IHtmlDocument page, MetaElements meta, StructuredData data)
    {
        var scholars = meta.All("citation_author");
        return Name(scholars.Count > 0 ? string.Join(", ", scholars) : null)
            ?? Name(data.Author)
            ?? Name(meta.First("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"))
            ?? Name(Words(page.QuerySelector("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline .author, .author-name, .p-author")))
            ?? Name(Words(page.QuerySelector("p.byline, div.byline, span.byline")));
    }

    private static string? FindPublished(IHtmlDocument page, MetaElements meta, StructuredData data) =>
        PageDates.Day(meta.First("citation_publication_date", "citation_date", "citation_online_date"))
        ?? PageDates.Day(data.Published)
        ?? PageDates.Day(meta.First("article:published_time", "article:published", "datepublished", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "date", "pubdate", "publishdate", "publish-date", "parsely-pub-date"))
        ?? PageDates.Day(page.QuerySelector("[itemprop=datePublished]") is { } item ? item.GetAttribute("datetime") ?? item.GetAttribute("content") : null)
        ?? PageDates.Day(page.QuerySelector("time[pubdate], article time[datetime], header time[datetime], .byline time[datetime]")?.GetAttribute("datetime"));

    private static string? FindLanguage(IHtmlDocument page, MetaElements meta, StructuredData data)
    {
        var root = page.DocumentElement;
        string?[] stated = [root.GetAttribute("lang"), root.GetAttribute("xml:lang"), page.Body?.GetAttribute("lang"), data.Language, meta.First("content-language", "dc.language", "language", "og:locale")];
        return stated.Select(Tag).FirstOrDefault(tag => tag is not null);
    }

    private static string? Tag(string? language)
    {
        var tag = language?.Split(',')[0].Trim().Replace('_', '-') ?? "";
        return tag.Length is >= 2 and <= 35 && tag.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') ? tag : null;
    }

    // The address of a profile is no name.
    private static string? Name(string? value)
    {
        var name = WhiteSpace.Collapse(value ?? "");
        if (name.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
            name = name[3..];
        return name.Length > LongestAuthor || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || name.StartsWith('/') || name.StartsWith('@')
            ? null
            : StatedAuthor.Clean(name);
    }

    private static string? Words(IElement? element) => element?.TextContent;
}
