using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>The part of a page that is the essay.</summary>
internal static class MainText
{
    // The library wants an address to resolve links against; it is never asked for.
    private const string NoAddress = "https://page.invalid/";

    private const int EnoughForAnEssay = 200;

    // A page of more links than this beside its text is a page of a site, not an essay alone.
    private const double FewLinks = 0.15;

    static MainText() =>
        // Text and markup of the article are never asked for: its elements are walked here.
        (Article.Converter, Article.Serializer) = (_ => "", _ => "");

    /// <summary>Takes away from the page what is no part of its text, and returns the elements to read, in order.</summary>
    public static IReadOnlyList<IElement> Find(IHtmlDocument page, string? title, CancellationToken cancellation)
    {
        Clutter.RemoveHidden(page);
        if (page.Body is not { } body)
            return [];
        if (IsEssayAlone(body))
            return [body];
        if (ArticleLoad.IsTooMuch(body))
            return WithoutSiteParts(body);
        var heading = TitleHeading(body, title)?.Clone() as IElement;
        var notes = Notes(body);
        // The library works on the page itself and leaves little of it.
        var untouched = (IElement)body.Clone();
        if (FindArticle(page, cancellation) is not { } article)
            return WithoutSiteParts(untouched);

        Clutter.RemoveInsertions(article);
        List<IElement> parts = [article];
        if (heading is not null && !article.QuerySelectorAll("h1, h2").Any(inside => Same(inside.TextContent, heading.TextContent)))
            parts.Insert(0, heading);
        parts.AddRange(notes.Where(note => !article.TextContent.Contains(note.TextContent.Trim(), StringComparison.Ordinal)));
        return parts;
    }

    private static bool IsEssayAlone(IElement body) =>
        !Clutter.HasSiteParts(body)
        && body.QuerySelectorAll("a[href]").Where(link => !link.GetAttribute("href")!.StartsWith('#')).Sum(link => link.TextContent.Length) <= FewLinks * body.TextContent.Length;

    private static IReadOnlyList<IElement> WithoutSiteParts(IElement body)
    {
        const string Main = "main, [role=main], article";
        Clutter.RemoveSiteParts(body);
        var outermost = body.QuerySelectorAll(Main).Where(part => part.ParentElement?.Closest(Main) is null && !string.IsNullOrWhiteSpace(part.TextContent)).ToList();
        return outermost is [var only] ? [only] : [body];
    }

    private static IElement? FindArticle(IHtmlDocument page, CancellationToken cancellation)
    {
        IElement? found = null;
        using var reader = new Reader(NoAddress, page) { KeepClasses = true, CharThreshold = EnoughForAnEssay };
        reader.AddCustomOperationEnd(article => found = article);
        reader.GetArticleAsync(cancellation).GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        return found?.TextContent.Trim().Length >= EnoughForAnEssay ? found : null;
    }

    // The library leaves the heading out that says what the title says. One of another name may be that of the site.
    private static IElement? TitleHeading(IElement body, string? title)
    {
        var named = title is null ? null : body.QuerySelectorAll("h1, h2").FirstOrDefault(heading => Same(heading.TextContent, title));
        var first = body.QuerySelectorAll(title is null ? "h1" : "article h1, main h1");
        return named ?? (first.Length == 1 ? first[0] : null);
    }

    // Notes often stand after the article's own element, where they look like a foot of the page.
    private static List<IElement> Notes(IElement body) =>
        [.. body.QuerySelectorAll("[role=doc-endnotes], [role=doc-footnote], section.footnotes, div.footnotes, ol.footnotes, aside.footnote")
            .Where(note => note.Ancestors<IElement>().All(above => !above.Matches("[role=doc-endnotes], section.footnotes, div.footnotes")))
            .Select(note => (IElement)note.Clone())];

    private static bool Same(string left, string right) =>
        string.Equals(WhiteSpace.Collapse(left), WhiteSpace.Collapse(right), StringComparison.OrdinalIgnoreCase);
}
