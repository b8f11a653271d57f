using AngleSharp.Dom;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>Turns elements into blocks. It recurses no deeper than <see cref="PageParser"/> lets them nest.</summary>
internal sealed class PageWalker(DocumentBuilder builder, CancellationToken cancellation)
{
    public void Walk(IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            WalkElement(element, Place.Outside);
            builder.EndBlock(BlockKind.Paragraph);
        }
    }

    private void WalkChildren(INode parent, Place place)
    {
        var breaks = 0;
        foreach (var node in parent.ChildNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is IElement { LocalName: "br" })
            {
                // Two line breaks divide paragraphs where a page knows no others.
                if (++breaks == 2)
                    End(place);
                builder.AppendSpace();
                continue;
            }

            if (node is IText text)
            {
                breaks = string.IsNullOrWhiteSpace(text.Data) ? breaks : 0;
                builder.Append(text.Data);
            }
            else if (node is IElement element)
            {
                breaks = 0;
                WalkElement(element, place);
            }
        }
    }

    private void WalkElement(IElement element, Place place)
    {
        var name = element.LocalName;
        if (name == "q")
        {
            builder.Append("“");
            WalkChildren(element, place);
            builder.Append("”");
            return;
        }

        if (!HtmlBlocks.Contain(name) && !IsHeadingByRole(element))
        {
            WalkChildren(element, place);
            return;
        }

        // The words before an element that makes a block of its own are a block of what holds them.
        End(place);
        if (name == "tr")
        {
            WalkRow(element, place);
            return;
        }

        var inside = Inside(element, place);
        WalkChildren(element, inside);
        End(inside);
    }

    private static Place Inside(IElement element, Place place) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => new Place(BlockKind.Heading, element.LocalName[1] - '0'),
        _ when IsHeadingByRole(element) => new Place(BlockKind.Heading, int.TryParse(element.GetAttribute("aria-level"), out var level) ? Math.Clamp(level, 1, 6) : 2),
        "p" when WordParagraph.RoleOf(element) is var (kind, level) => new Place(kind, level),
        "blockquote" => place.Into(BlockKind.Quotation),
        "li" => place.Into(BlockKind.ListItem),
        _ => place,
    };

    private static bool IsHeadingByRole(IElement element) => element.GetAttribute("role") == "heading";

    // A row reads as one line, its cells apart. A row of one cell is a frame around ordinary text.
    private void WalkRow(IElement row, Place place)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th" && !string.IsNullOrWhiteSpace(cell.TextContent)).ToList();
        if (cells.Count == 1 || cells.Exists(HoldsBlocks))
        {
            foreach (var cell in cells)
            {
                WalkChildren(cell, place);
                End(place);
            }

            return;
        }

        foreach (var cell in cells)
        {
            if (cell != cells[0])
                builder.Append(" | ");
            AppendLine(cell);
        }

        End(place);
    }

    private void AppendLine(IElement cell)
    {
        foreach (var node in cell.Descendants())
        {
            if (node is IText text)
                builder.Append(text.Data);
            else if (node is IElement { LocalName: var name } && (name == "br" || HtmlBlocks.Contain(name)))
                builder.AppendSpace();
        }
    }

    // Old pages are laid out by tables: what holds paragraphs, lists or tables is no cell of figures.
    private static bool HoldsBlocks(IElement cell) =>
        cell.QuerySelectorAll("p").Length > 1 || cell.QuerySelector("table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6") is not null;

    private void End(Place place) => builder.EndBlock(place.Kind, place.Level);

    /// <summary>What a paragraph is where it stands: the innermost list, quotation or heading names it.</summary>
    private readonly record struct Place(BlockKind Kind, int Level)
    {
        private const int Deepest = 9;

        public static Place Outside => new(BlockKind.Paragraph, 0);

        public Place Into(BlockKind kind) => new(kind, kind == Kind ? Math.Min(Level + 1, Deepest) : 1);
    }
}
