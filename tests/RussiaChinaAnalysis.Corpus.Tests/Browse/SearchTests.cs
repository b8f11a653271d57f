using CsCheck;
using RussiaChinaAnalysis.Arguments.Tests.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

public sealed class SearchTests : SampleEssaysTests
{
    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("trade \"unbalanced quotes")]
    [InlineData("NEAR(trade, 5)")]
    [InlineData("trade AND OR NOT")]
    [InlineData("trade*")]
    [InlineData("^trade")]
    [InlineData("-trade")]
    [InlineData("Quote: trade")]
    [InlineData("{Quote Other} : trade")]
    [InlineData("trade + moscow")]
    [InlineData("(((trade")]
    [InlineData("trade'); DROP TABLE Passages; --")]
    [InlineData("🙂")]
    [InlineData("trade 🙂")]
    [InlineData("trade\0moscow")]
    [InlineData("\0")]
    [InlineData("\uD800 trade \uDC00")]
    [InlineData("%_%")]
    public async Task Hostile_input_is_only_ever_words(string text)
    {
        var page = await ListAsync(text);

        Assert.InRange(page.Total, 0, SampleEssays.DocumentCount * SampleEssays.PassagesEach);
        Assert.True((await ListAsync(null)).Total > 0);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_taken_in_stride()
    {
        Assert.Equal(0, (await ListAsync(string.Concat(Enumerable.Repeat("trade moscow ", 800)) + "absent \"")).Total
            - (await ListAsync("trade moscow")).Total);
        Assert.Equal(0, (await ListAsync(new string('a', 10_000))).Total);
    }

    [Fact]
    public async Task Any_text_can_be_searched_for()
    {
        await AnyUtf16.String.SampleAsync(async text => Assert.NotNull(await ListAsync(text)), iter: 60, threads: 1);
    }

    [Fact]
    public async Task Operators_are_words_like_others()
    {
        Assert.True((await ListAsync("trade")).Total > 0);
        Assert.Equal(0, (await ListAsync("trade AND moscow")).Total);
        Assert.Equal((await ListAsync("trade")).Total, (await ListAsync("-trade*")).Total);
    }

    [Theory]
    [InlineData("TRADE", "Trade")]
    [InlineData("naive", "naïve")]
    [InlineData("limit", "limits")]
    [InlineData("пекин", "Пекин")]
    [InlineData("“its limits”", "its limits")]
    [InlineData("31%", "31")]
    public async Task Hits_are_the_words_in_the_quote(string text, string expected)
    {
        var page = await ListAsync(text);

        Assert.NotEmpty(page.Rows);
        Assert.All(page.Rows, row => Assert.Contains(expected, row.Hits.Select(hit => hit.Of(row.Quote))));
    }

    [Fact]
    public async Task Without_a_search_nothing_is_a_hit()
    {
        Assert.All((await ListAsync(null)).Rows, row => Assert.Empty(row.Hits));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"\"")]
    [InlineData("— … !")]
    public void Without_a_word_there_is_no_query(string? text) => Assert.Null(SearchQuery.Parse(text));

    [Theory]
    [InlineData("one two", "one|two")]
    [InlineData("\"one two\" three", "one two|three")]
    [InlineData("„one two“ three", "one two|three")]
    [InlineData("one\"two\"", "one|two")]
    [InlineData("one one", "one")]
    public void Words_and_quoted_phrases_are_terms(string text, string terms) =>
        Assert.Equal(terms.Split('|'), SearchQuery.Parse(text)!.Terms);

    [Fact]
    public async Task A_quote_that_changes_is_found_by_its_new_words_only()
    {
        await using var context = Corpus.Open();
        var row = (await ListAsync("trade")).Rows[0];
        var before = (await ListAsync("trade")).Total;
        var passage = (await context.FindAsync<Passage>([row.Id], Cancellation))!;

        passage.Quote = "Zebras";
        await context.SaveChangesAsync(Cancellation);

        Assert.Equal(before - 1, (await ListAsync("trade")).Total);
        Assert.Equal(row.Id, Assert.Single((await ListAsync("zebra")).Rows).Id);
        context.Remove(passage);
        await context.SaveChangesAsync(Cancellation);
        Assert.Equal(0, (await ListAsync("zebra")).Total);
    }

    private Task<PassagePage> ListAsync(string? text) => Corpus.Passages.ListAsync(
        new PassageQuery(new PassageFilter { Search = text }, PassageSort.Relevance), Cancellation);
}
