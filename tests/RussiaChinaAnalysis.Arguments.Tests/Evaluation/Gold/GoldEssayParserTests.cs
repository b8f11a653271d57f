using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation.Gold;

public sealed class GoldEssayParserTests
{
    private const string Essay = """
        ---
        title: "Benches: more of them"
        genre: letter
        author: A. Reader
        ---

        # Sit down

        [1 thesis] The square needs benches,
          [2 evidence reason, supports 1] because old people tire.
        [3 evidence testimony, opp, reported "the mayor, on Monday", rebuts 1] They cost a lot, said the mayor.

        - [4 evidence statistic, undercuts 3] A bench is 300 euros.
        - [context] There are two.
        > [6 claim, restates 1, theme seating] Let us sit.
        """;

    [Fact]
    public void The_plain_text_is_the_words_without_labels()
    {
        Assert.Equal(
            "Sit down\n\nThe square needs benches, because old people tire. They cost a lot, said the mayor.\n\nA bench is 300 euros.\n\nThere are two.\n\nLet us sit.",
            Parse().Document.Text);
    }

    [Fact]
    public void Layout_and_metadata_are_kept()
    {
        var gold = Parse();

        Assert.Equal("bench", gold.Name);
        Assert.Equal("letter", gold.Genre);
        Assert.Equal(new DocumentMetadata("Benches: more of them", "A. Reader", Published: null, "en"), gold.Document.Metadata);
        Assert.Equal(
            [BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Quotation],
            gold.Document.Blocks.Select(block => block.Kind));
        Assert.Equal("There are two.", gold.Document.Blocks[3].Span.Of(gold.Document.Text));
    }

    [Fact]
    public void An_indented_line_goes_on_with_the_sentence()
    {
        var gold = Parse();

        Assert.Equal(
            ["Sit down", "The square needs benches, because old people tire.", "They cost a lot, said the mayor.", "A bench is 300 euros.", "There are two.", "Let us sit."],
            gold.Labels.Sentences!.Value.Select(sentence => sentence.Of(gold.Document.Text)));
    }

    [Fact]
    public void Every_part_of_a_label_is_read()
    {
        var segments = Parse().Labels.Segments;

        Assert.Equal((Role.Claim, true, Stance.Pro), (segments[0].Role, segments[0].IsThesis, segments[0].Stance));
        Assert.Equal(EvidenceKind.Reason, segments[1].EvidenceKind);
        Assert.Equal((AttributionKind.Reported, "the mayor, on Monday"), (segments[2].Attribution, segments[2].AttributedTo));
        Assert.Equal(Stance.Opp, segments[2].Stance);
        Assert.Equal([new LabelledRelation(3, RelationKind.Undercuts)], segments[3].Relations!.Value);
        Assert.Equal((Role.Context, null, null), (segments[4].Role, segments[4].Stance, segments[4].EvidenceKind));
        Assert.Equal(["seating"], segments[5].Themes!.Value);
        Assert.Equal([], segments[0].Themes!.Value);
    }

    [Fact]
    public void An_essay_without_themes_is_not_labelled_with_themes() =>
        Assert.Null(Parse(Essay.Replace(", theme seating", "", StringComparison.Ordinal)).Labels.Segments[0].Themes);

    [Theory]
    [InlineData("[1 thesis] The", "The", 9, "a segment begins with its label")]
    [InlineData("[1 thesis]", "[1 thesis", 9, "no closing bracket")]
    [InlineData("[1 thesis] The square needs benches,", "[1 thesis]", 9, "no words after it")]
    [InlineData("1 thesis", "1 opinion", 9, "is no role")]
    [InlineData("1 thesis", "1 claim", 15, "no segment is the thesis")]
    [InlineData("2 evidence reason", "2 evidence hearsay", 10, "evidence has one kind")]
    [InlineData("supports 1", "supports 9", 10, "there is no segment 9")]
    [InlineData("supports 1", "supports 2", 10, "no relation to itself")]
    [InlineData("supports 1", "supports", 10, "needs the number")]
    [InlineData("supports 1", "helps 1", 10, "is no part of a label")]
    [InlineData("undercuts 3", "undercuts 1", 13, "no relation that could be undercut")]
    [InlineData("reported \"the mayor, on Monday\"", "reported the mayor", 11, "straight quotation marks")]
    [InlineData("[context]", "[context, opp]", 14, "context takes no stance")]
    [InlineData("[6 claim", "[4 claim", 15, "number 4 is given twice")]
    [InlineData("# Sit down", "#Sit down", 7, "a heading begins")]
    [InlineData("genre: letter", "genre: sermon", 3, "unknown genre")]
    [InlineData("author: A. Reader", "writer: A. Reader", 4, "unknown key")]
    [InlineData("author: A. Reader", "title: Again", 4, "given twice")]
    [InlineData("genre: letter\n", "", 4, "no genre")]
    [InlineData("---\ntitle", "title", 1, "begins with front matter")]
    [InlineData("# Sit down\n", "  [7 claim, supports 1] Sit.\n", 7, "none above it")]
    public void A_mistake_is_named_with_its_line(string right, string wrong, int line, string message)
    {
        var at = Essay.IndexOf(right, StringComparison.Ordinal);
        var broken = Essay[..at] + wrong + Essay[(at + right.Length)..];

        var refused = Assert.IsType<GoldResult.Refused>(GoldEssayParser.Parse("bench.gold.md", broken));

        Assert.Contains(refused.Errors, error => error.Line == line && error.Message.Contains(message, StringComparison.Ordinal));
        Assert.StartsWith($"bench.gold.md:{refused.Errors[0].Line}: ", refused.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var broken = Essay.Replace("genre: letter", "genre: sermon", StringComparison.Ordinal).Replace("[context]", "[contxt]", StringComparison.Ordinal);

        var refused = Assert.IsType<GoldResult.Refused>(GoldEssayParser.Parse("bench.gold.md", broken));

        Assert.Equal([3, 14], refused.Errors.Select(error => error.Line));
    }

    [Fact]
    public void A_line_with_a_wrong_label_does_not_make_the_lines_after_it_wrong()
    {
        var broken = Essay.Replace("[1 thesis]", "[1 opinion]", StringComparison.Ordinal);

        var refused = Assert.IsType<GoldResult.Refused>(GoldEssayParser.Parse("bench.gold.md", broken));

        Assert.Equal(9, Assert.Single(refused.Errors).Line);
    }

    [Fact]
    public void An_empty_file_is_refused() =>
        Assert.IsType<GoldResult.Refused>(GoldEssayParser.Parse("bench.gold.md", ""));

    [Fact]
    public void Line_endings_and_byte_order_mark_do_not_matter()
    {
        var gold = Parse("\uFEFF" + Essay.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Parse().Document.Text, gold.Document.Text);
    }

    [Fact]
    public void Without_layout_the_labels_stay_on_their_words()
    {
        var gold = Parse();

        var flat = FlatLayout.Flatten(gold);

        Assert.Equal(
            gold.Labels.Segments.Select(segment => segment.Span.Of(gold.Document.Text)),
            flat.Labels.Segments.Select(segment => segment.Span.Of(flat.Document.Text)));
        Assert.DoesNotContain('\n', flat.Document.Text);
        Assert.Equal(gold.Labels.Sentences!.Value.Length - 1, flat.Labels.Sentences!.Value.Length);
        Assert.Single(flat.Document.Blocks);
    }

    [Fact]
    public void What_nobody_has_come_to_yet_is_left_open_without_layout_too()
    {
        var gold = Parse();

        Assert.True(FlatLayout.Flatten(gold with { Labels = gold.Labels with { IsPartial = true } }).Labels.IsPartial);
    }

    private static GoldDocument Parse(string essay = Essay) =>
        Assert.IsType<GoldResult.Success>(GoldEssayParser.Parse("bench.gold.md", essay)).Document;
}
