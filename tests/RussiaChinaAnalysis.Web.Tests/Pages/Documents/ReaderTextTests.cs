using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Pages.Documents;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

public sealed class ReaderTextTests
{
    private const string Text = "On cats\n\nCats sleep. They purr.\n\nfirst\n\nsecond\n\nThe end.";

    [Fact]
    public void A_heading_that_repeats_the_title_is_left_out()
    {
        Assert.DoesNotContain(ReaderText.Lay(Document("On Cats"), []), group => group[0].Block.Kind == BlockKind.Heading);
        Assert.Contains(ReaderText.Lay(Document("Another title"), []), group => group[0].Block.Kind == BlockKind.Heading);
    }

    [Fact]
    public void Items_of_one_list_stand_together()
    {
        var list = Assert.Single(ReaderText.Lay(Document("On cats"), []), group => group[0].Block.Kind == BlockKind.ListItem);

        Assert.Equal(["first", "second"], list.Select(item => item.Block.Span.Of(Text)));
    }

    [Fact]
    public void Each_passage_is_one_piece_of_its_block()
    {
        var paragraph = ReaderText.Lay(Document("On cats"), [])[0][0];

        Assert.Equal(["Cats sleep.", " ", "They purr."], paragraph.Pieces.Select(piece => piece.Text));
        Assert.Equal([1, 0, 1], paragraph.Pieces.Select(piece => piece.Marks.Count));
    }

    private static DocumentView Document(string title) => new(
        new DocumentSummary(1, title, null, null, "en", "cats.md", 1, new string('0', 64), DateTime.UnixEpoch, 8, 2, 0, 0, 1, []),
        Text,
        [
            new Block(BlockKind.Heading, Find("On cats"), 1),
            new Block(BlockKind.Paragraph, Find("Cats sleep. They purr.")),
            new Block(BlockKind.ListItem, Find("first"), 1),
            new Block(BlockKind.ListItem, Find("second"), 1),
            new Block(BlockKind.Paragraph, Find("The end.")),
        ],
        [Passage(1, "Cats sleep."), Passage(2, "They purr."), Passage(3, "The end.")],
        [],
        []);

    private static PassageRow Passage(int id, string words) => new(
        id, 1, "On cats", null, id, Find(words), words, Role.Claim, false, null, AttributionKind.Author, null, Stance.Pro, 1, Origin.Extracted, Status.Suggested, 0, 0, [], []);

    private static TextSpan Find(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
