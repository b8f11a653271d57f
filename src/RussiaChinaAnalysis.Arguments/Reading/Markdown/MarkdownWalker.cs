using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>Turns Markdig's tree into blocks. The tree is no deeper than Markdig's limit of nesting.</summary>
internal sealed class MarkdownWalker(DocumentBuilder builder, CancellationToken cancellation)
{
    private readonly InlineText inlines = new(builder);

    public void Walk(MarkdownDocument tree) => WalkChildren(tree, new Place(BlockKind.Paragraph, 0));

    private void WalkChildren(ContainerBlock container, Place place)
    {
        foreach (var child in container)
        {
            cancellation.ThrowIfCancellationRequested();
            WalkBlock(child, place);
        }
    }

    private void WalkBlock(Markdig.Syntax.Block block, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                inlines.Append(heading.Inline);
                builder.EndBlock(BlockKind.Heading, heading.Level);
                break;
            case HtmlBlock html:
                builder.Append(HtmlTags.Remove(html.Lines.ToString()));
                builder.EndBlock(place.Kind, place.Level);
                break;
            case TableRow row:
                WalkRow(row, place);
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case QuoteBlock quotation:
                WalkChildren(quotation, place.Inside(BlockKind.Quotation));
                break;
            case ListBlock list:
                WalkChildren(list, place.Inside(BlockKind.ListItem));
                break;
            case ContainerBlock container:
                WalkChildren(container, place);
                break;
            case LeafBlock leaf:
                if (leaf.Inline is null)
                    builder.Append(leaf.Lines.ToString());
                else
                    inlines.Append(leaf.Inline);
                builder.EndBlock(place.Kind, place.Level);
                break;
        }
    }

    // A row reads as one line, its cells apart.
    private void WalkRow(TableRow row, Place place)
    {
        foreach (var cell in row.OfType<TableCell>())
        {
            if (cell.Count > 0 && cell != row[0])
                builder.Append(" | ");
            foreach (var paragraph in cell.OfType<LeafBlock>())
                inlines.Append(paragraph.Inline);
        }

        builder.EndBlock(place.Kind, place.Level);
    }

    /// <summary>What a paragraph is where it stands: the innermost list or quotation names it, with the depth of its kind.</summary>
    private readonly record struct Place(BlockKind Kind, int Level)
    {
        public Place Inside(BlockKind kind) => new(kind, kind == Kind ? Level + 1 : 1);
    }
}
