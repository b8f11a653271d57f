using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Html;

/// <summary>Pages of sites in which looking for the article would take too long: they are read without it.</summary>
public sealed class LargePageTests
{
    private const string Paragraph =
        "<p>The city wants to <b>sell</b> the harbour. It should not, because its <a href=/rents>rents</a> pay for the ferries that nobody else would run, " +
        "and because a city that gives up its shore has given up the means to decide what is built on it.</p>\n";

    [Fact]
    public void A_book_of_ten_thousand_paragraphs_is_read_without_what_stands_around_it()
    {
        var document = Document(Page(Repeat(Paragraph, 10_000)));

        Assert.Equal(10_001, document.Blocks.Length);
        Assert.StartsWith("Harbours\n\nThe city wants to sell the harbour.", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Another story", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_ten_thousand_rows_is_read_row_by_row()
    {
        var document = Document(Page(Paragraph + "<table>" + Repeat("<tr><td>Quay<td>2023<td>3.9<td>up\n", 10_000) + "</table>"));

        Assert.Equal(10_002, document.Blocks.Length);
        Assert.EndsWith("\n\nQuay | 2023 | 3.9 | up", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_that_nest_a_hundred_deep_are_read() =>
        Assert.Equal(2_001, Document(Page(Repeat("<div>", 100) + Repeat(Paragraph, 2_000) + Repeat("</div>", 100))).Blocks.Length);

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<meta name=x>")]
    [InlineData("<br>x")]
    [InlineData("<img src=a>")]
    public void Siblings_without_end_are_read(string sibling) =>
        Assert.Contains("The city wants to sell", Document(Page(Paragraph + "<p>" + Repeat(sibling, 40_000))).Text, StringComparison.Ordinal);

    [Fact]
    public void Marks_of_notes_that_nest_are_read() =>
        Assert.Contains("The city wants to sell", Document(Page(Repeat("<sup>", 350) + Repeat(Paragraph[3..^5], 3_000))).Text, StringComparison.Ordinal);

    private static SourceDocument Document(string page) => Assert.IsType<ReadResult.Success>(Read.File("page.html", page)).Document;

    // An article within the main part counts once.
    private static string Page(string text) =>
        "<!DOCTYPE html><html><head><title>Harbours</title></head><body><nav><a href=/>Home</a></nav><div class=sidebar><p>Another story</p></div>" +
        $"<main><article><h1>Harbours</h1>{text}</article></main><div><p>Another story</p></div></body></html>";

    private static string Repeat(string markup, int times) => string.Concat(Enumerable.Repeat(markup, times));
}
