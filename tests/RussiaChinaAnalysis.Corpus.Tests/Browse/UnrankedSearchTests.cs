using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

/// <summary>A word that is nearly everywhere is counted exactly, but what holds it is not ranked.</summary>
public sealed class UnrankedSearchTests : SampleEssaysTests
{
    private const int MostRanked = 12;

    [Fact]
    public async Task Too_many_to_rank_stand_in_the_order_of_their_documents_and_the_page_says_so()
    {
        var all = await ListAsync("its", PassageSort.Document, size: 200);
        Assert.True(all.Total > MostRanked);
        Assert.Null(all.Notice);

        var first = await ListAsync("its", PassageSort.Relevance, size: 8);
        var second = await ListAsync("its", PassageSort.Relevance, size: 8, first.Next);
        var back = await ListAsync("its", PassageSort.Relevance, size: 8, before: second.Previous);

        Assert.Equal(all.Total, first.Total);
        Assert.Equal(all.Rows.Take(16).Select(row => row.Id), first.Rows.Concat(second.Rows).Select(row => row.Id));
        Assert.Equal(first.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.All(first.Rows, row => Assert.NotEmpty(row.Hits));
        Assert.Contains("more than 12 passages", first.Notice, StringComparison.Ordinal);
        Assert.Empty(first.Problems);
    }

    [Fact]
    public async Task Another_word_makes_them_few_enough_to_rank()
    {
        var page = await ListAsync("its moscow", PassageSort.Relevance, size: 8);

        Assert.InRange(page.Total, 1, MostRanked);
        Assert.Null(page.Notice);
    }

    [Fact]
    public async Task Nothing_is_said_of_the_order_where_the_filter_leaves_nothing_to_order()
    {
        var page = await new PassageBrowser(Corpus.Get<BrowseContexts>(), Corpus.Get<ColumnStore>()) { MostRanked = MostRanked }.ListAsync(
            new PassageQuery(new PassageFilter { Search = "its", Choices = [new FacetChoice(Facet.Theme, "unused")] }, PassageSort.Relevance), Cancellation);

        Assert.Equal((0, null), (page.Total, page.Notice));
    }

    private Task<PassagePage> ListAsync(string search, PassageSort sort, int size, string? after = null, string? before = null) =>
        new PassageBrowser(Corpus.Get<BrowseContexts>(), Corpus.Get<ColumnStore>()) { MostRanked = MostRanked }
            .ListAsync(new PassageQuery(new PassageFilter { Search = search }, sort, after, before, size), Cancellation);
}
