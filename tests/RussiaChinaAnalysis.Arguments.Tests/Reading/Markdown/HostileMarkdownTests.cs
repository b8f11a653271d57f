using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Markdown;

public sealed class HostileMarkdownTests
{
    [Theory]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("[^1]")]
    [InlineData("[a](")]
    [InlineData("| - |\n")]
    [InlineData("title: x\n---\n")]
    public void Signs_without_end_are_refused_with_the_paragraph_that_holds_them(string signs)
    {
        var refused = Refused("The harbour pays.\n\n" + string.Concat(Enumerable.Repeat(signs, 60_000)));

        Assert.Equal(RefusalReason.TooComplex, refused.Reason);
        Assert.Contains("begins in line 3 of its text; divide it with blank lines", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_without_end_are_refused_in_paragraphs_too() =>
        Assert.Equal(RefusalReason.TooComplex, Refused(string.Concat(Enumerable.Range(0, 90_000).Select(at => $"[{at}]: x\n\n"))).Reason);

    [Fact]
    public void Lines_without_end_are_refused() =>
        Assert.Contains("has more than 250000 lines", Refused(string.Concat(Enumerable.Repeat("a\n\n", 130_000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("> ")]
    [InlineData("1. ")]
    public void Markup_that_nests_without_end_is_refused(string mark) =>
        Assert.Equal(RefusalReason.Malformed, Refused(string.Concat(Enumerable.Repeat(mark, 5_000)) + "The harbour pays.").Reason);

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("\"")]
    public void Front_matter_that_leaves_a_value_open_is_refused_with_its_line(string open)
    {
        var refused = Refused($"---\ntitle: {open}The harbour\nauthor: Mara Lindqvist\n---\n\nThe harbour pays.\n");

        Assert.Equal(RefusalReason.Malformed, refused.Reason);
        Assert.Contains("front matter that is not valid YAML in line", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_essay_with_much_markup_is_read()
    {
        var text = new StringBuilder();
        for (var paragraph = 0; paragraph < 3_000; paragraph++)
            text.Append("The *harbour* pays [its](https://example.org) way, **and** it is well-run.\n\n");

        Assert.Equal(3_000, Read.Document("essay.md", text.ToString()).Blocks.Length);
    }

    private static ReadResult.Refused Refused(string markdown) =>
        Assert.IsType<ReadResult.Refused>(Read.File("essay.md", Encoding.UTF8.GetBytes(markdown)));
}
