using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Documents;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Documents;

public sealed class DocumentPartsTests
{
    [Fact]
    public void An_essay_is_one_part() => Assert.Single(DocumentParts.Of(60_000, Blocks(60_000, every: 500)).Spans);

    [Fact]
    public void The_parts_of_a_book_are_together_the_whole_and_end_where_blocks_do()
    {
        var blocks = Blocks(700_000, every: 700);
        var parts = DocumentParts.Of(700_000, blocks).Spans;

        Assert.InRange(parts.Count, 20, 25);
        Assert.Equal((0, 700_000), (parts[0].Start, parts[^1].End));
        Assert.All(parts.Skip(1).Zip(parts), pair => Assert.Equal(pair.Second.End, pair.First.Start));
        Assert.Subset(blocks.Select(block => block.Span.Start).ToHashSet(), parts.Select(part => part.Start).ToHashSet());
        Assert.All(parts, part => Assert.InRange(part.Length, 10_000, 45_000));
    }

    [Fact]
    public void A_part_ends_before_a_heading_that_is_near_and_not_within_a_list()
    {
        var blocks = Blocks(100_000, every: 1000)
            .Select((block, place) => place == 24 ? block with { Kind = BlockKind.Heading } : place is > 50 and < 60 ? block with { Kind = BlockKind.ListItem } : block)
            .ToList();

        Assert.Equal([0, 24_000, 60_000, 90_000], DocumentParts.Of(100_000, blocks).Spans.Select(part => part.Start));
    }

    [Fact]
    public void Every_place_is_in_the_part_that_holds_it()
    {
        var parts = DocumentParts.Of(200_000, Blocks(200_000, every: 900));

        for (var position = 0; position < 200_000; position += 137)
            Assert.True(parts.Spans[parts.At(position) - 1].Contains(new TextSpan(position, position + 1)));
    }

    private static List<Block> Blocks(int length, int every) =>
        [.. Enumerable.Range(0, length / every).Select(place => new Block(BlockKind.Paragraph, new TextSpan(place * every, (place + 1) * every - 2)))];
}
