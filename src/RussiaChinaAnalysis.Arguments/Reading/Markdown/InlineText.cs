using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>
/// The words of inline markup: emphasis and links keep their text, images their description, raw tags and the numbers
/// of footnotes go, line breaks become spaces.
/// </summary>
internal sealed class InlineText(DocumentBuilder builder)
{
    // A chain of siblings may be long and is walked in a loop; only nesting, which Markdig limits, recurs.
    public void Append(Inline? first)
    {
        for (var inline = first is ContainerInline { Parent: null } root ? root.FirstChild : first; inline is not null; inline = inline.NextSibling)
            AppendOne(inline);
    }

    private void AppendOne(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                builder.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                builder.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                builder.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline address:
                builder.Append(address.Url);
                break;
            case LineBreakInline:
                builder.AppendSpace();
                break;
            case HtmlInline tag:
                AppendTag(tag);
                break;
            case FootnoteLink:
                break;
            case ContainerInline container:
                Append(container.FirstChild);
                break;
        }
    }

    private void AppendTag(HtmlInline tag)
    {
        if (tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
            builder.AppendSpace();
    }
}
