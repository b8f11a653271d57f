using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace RussiaChinaAnalysis.Web.Text;

/// <summary>
/// Markdown that anybody may have written, as harmless HTML: no raw HTML, no image that would tell others who looks,
/// and links to web pages, mail and this site only.
/// </summary>
public static class NoteMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static IHtmlContent Render(string markdown)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
                heading.Level = Math.Min(6, heading.Level + 3);
            foreach (var link in document.Descendants<LinkInline>())
            {
                link.IsImage = false;
                link.Url = Harmless(link.GetDynamicUrl?.Invoke() ?? link.Url);
                link.GetDynamicUrl = null;
                link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
            }

            foreach (var link in document.Descendants<AutolinkInline>())
                link.Url = link.IsEmail ? link.Url : Harmless(link.Url);
            return new HtmlString(document.ToHtml(Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig follows: the words as they are.
            return new HtmlContentBuilder().Append(markdown);
        }
    }

    private static string Harmless(string? url) =>
        url is ['/', not '/' and not '\\', ..] or ['#', ..]
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto))
            ? url
            : "#";
}
