using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading;

public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    Quotation,
}

/// <summary>
/// A unit of layout. Blocks are ordered, do not overlap, and hold no leading or trailing white space; what lies
/// between two blocks is white space.
/// </summary>
/// <param name="Level">Headings: 1 to 6. List items and quotations: depth of nesting from 1. Paragraphs: 0.</param>
/// <param name="Page">The page that the block begins on, counted from 1 whatever number is printed there; null in formats without pages.</param>
/// <param name="Language">The language of the block where it is another than that of the document; null otherwise.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, int Level = 0, int? Page = null, string? Language = null);
