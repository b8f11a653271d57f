using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>Finds the blocks of a text that has no markup, by its line ends and the shape of its lines.</summary>
internal static class PlainTextLayout
{
    private const int QuotationIndent = 4;

    public static ImmutableArray<Block> FindBlocks(string text)
    {
        var groups = new LineJoiner(text, Line.Read(text)).Join();
        var isIndentedThroughout = groups.TrueForAll(group => group.First.Indent >= QuotationIndent);
        var blocks = ImmutableArray.CreateBuilder<Block>(groups.Count);
        for (var at = 0; at < groups.Count; at++)
            blocks.Add(ToBlock(text, groups, at, isIndentedThroughout));
        return blocks.ToImmutable();
    }

    private static Block ToBlock(string text, List<LineGroup> groups, int at, bool isIndentedThroughout)
    {
        var group = groups[at];
        if (group.First.Mark == LineMark.Quotation)
            return new Block(BlockKind.Quotation, group.Span, Level: 1);
        if (HeadingRule.IsHeading(text, groups, at))
            return new Block(BlockKind.Heading, group.Span, Level: at == 0 ? 1 : 2);
        if (group.First.Mark is LineMark.Bullet or LineMark.Number)
            return new Block(BlockKind.ListItem, group.Span, Level: 1);
        if (group.First.Indent >= QuotationIndent && group.Lines > 1 && !isIndentedThroughout)
            return new Block(BlockKind.Quotation, group.Span, Level: 1);
        return new Block(BlockKind.Paragraph, group.Span);
    }
}
