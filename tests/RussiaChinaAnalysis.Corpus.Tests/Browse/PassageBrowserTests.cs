using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

public sealed class PassageBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PassageSort.Document, null)]
    [InlineData(PassageSort.Newest, null)]
    [InlineData(PassageSort.Confidence, null)]
    [InlineData(PassageSort.Doubtful, null)]
    [InlineData(PassageSort.Relevance, null)]
    [InlineData(PassageSort.Relevance, "trade")]
    [InlineData(PassageSort.Document, "trade")]
    public async Task Paging_forward_and_back_meets_every_passage_once(PassageSort sort, string? search)
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var query = new PassageQuery(new PassageFilter { Search = search }, sort, Size: 7);

        var forward = new List<int>();
        var page = await corpus.Passages.ListAsync(query, Cancellation);
        Assert.Null(page.Previous);
        forward.AddRange(page.Rows.Select(row => row.Id));
        while (page.Next is { } next)
        {
            page = await corpus.Passages.ListAsync(query with { After = next }, Cancellation);
            forward.AddRange(page.Rows.Select(row => row.Id));
        }

        var back = page.Rows.Select(row => row.Id).Reverse().ToList();
        while (page.Previous is { } previous)
        {
            page = await corpus.Passages.ListAsync(query with { Before = previous }, Cancellation);
            back.AddRange(page.Rows.Select(row => row.Id).Reverse());
        }

        Assert.True(page.Total > 7);
        Assert.Equal(page.Total, forward.Distinct().Count());
        Assert.Equal(page.Total, forward.Count);
        back.Reverse();
        Assert.Equal(forward, back);
    }

    [Theory]
    [InlineData(PassageSort.Document)]
    [InlineData(PassageSort.Newest)]
    [InlineData(PassageSort.Confidence)]
    [InlineData(PassageSort.Doubtful)]
    public async Task Beyond_either_end_of_a_list_stands_the_page_at_that_end_for_whoever_turns_back(PassageSort sort)
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var query = new PassageQuery(PassageFilter.Everything, sort, Size: 5);
        var whole = (await corpus.Passages.ListAsync(query with { Size = 200 }, Cancellation)).Rows.Select(row => row.Id).ToList();
        var afterLast = (await corpus.Passages.ListAsync(query with { Size = whole.Count - 1 }, Cancellation)).Next;
        var beforeFirst = (await corpus.Passages.ListAsync(query with { Size = 1, After = (await corpus.Passages.ListAsync(query with { Size = 1 }, Cancellation)).Next }, Cancellation)).Previous;
        int[] ends = [whole[0], whole[^1]];
        await using (var context = corpus.Open())
            await context.Passages.Where(passage => ends.Contains(passage.Id)).ExecuteDeleteAsync(Cancellation);

        Assert.Empty((await corpus.Passages.ListAsync(query with { After = afterLast }, Cancellation)).Rows);
        var last = await corpus.Passages.ListAsync(query with { After = afterLast, TurnsBack = true }, Cancellation);
        var first = await corpus.Passages.ListAsync(query with { Before = beforeFirst, TurnsBack = true }, Cancellation);

        Assert.Equal(whole[^6..^1], last.Rows.Select(row => row.Id));
        Assert.Equal((null, true), (last.Next, last.Previous is not null));
        Assert.Equal(whole[1..6], first.Rows.Select(row => row.Id));
        Assert.Equal((true, null), (first.Next is not null, first.Previous));
    }

    [Fact]
    public async Task Everything_can_be_asked_of_a_hand_made_corpus()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);

        var overview = await corpus.Overview.ReadAsync(Cancellation);
        var documents = await corpus.Documents.ListAsync(after: null, size: 4, Cancellation);
        var rest = await corpus.Documents.ListAsync(documents.Next, size: 4, Cancellation);
        var document = await corpus.Documents.FindAsync(documents.Documents[0].Id, Cancellation);
        var passage = await corpus.Passages.FindAsync(document!.Passages[3].Id, Cancellation);
        var theme = await corpus.Themes.FindAsync("region", Cancellation);

        Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, overview.Passages);
        Assert.Equal(SampleEssays.DocumentCount, documents.Documents.Concat(rest.Documents).DistinctBy(row => row.Id).Count());
        Assert.Null(rest.Next);
        Assert.Equal(SampleEssays.PassagesEach, document.Passages.Count);
        Assert.All(document.Passages, row => Assert.Equal(row.Quote, row.Span.Of(document.Text)));
        Assert.Equal(document.Passages[2].Id, passage!.PreviousId);
        Assert.Equal(document.Passages[4].Id, passage.NextId);
        Assert.Equal(document.Text, passage.Before + passage.Row.Quote + passage.After);
        Assert.Equal(["central-area", "southern-area"], theme!.Children.Select(child => child.Theme.Slug));
        Assert.Null(await corpus.Passages.FindAsync(int.MaxValue, Cancellation));
        Assert.Null(await corpus.Documents.FindAsync(int.MaxValue, Cancellation));
        Assert.Null(await corpus.Themes.FindAsync("nothing", Cancellation));
    }

    [Theory]
    [InlineData("broken!")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("MgowCjAKMApOYU4")]
    [InlineData("MAoxCjEKMQ")]
    public async Task A_broken_cursor_gives_the_first_page_and_says_so(string cursor)
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var query = new PassageQuery(PassageFilter.Everything, PassageSort.Confidence, Size: 5);
        var first = await corpus.Passages.ListAsync(query, Cancellation);

        foreach (var broken in new[] { query with { After = cursor }, query with { Before = cursor } })
        {
            var page = await corpus.Passages.ListAsync(broken, Cancellation);

            Assert.Single(page.Problems);
            Assert.Equal(first.Rows.Select(row => row.Id), page.Rows.Select(row => row.Id));
            Assert.Null(page.Previous);
        }
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_broken()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var first = await corpus.Passages.ListAsync(new PassageQuery(PassageFilter.Everything, PassageSort.Newest), Cancellation);

        var page = await corpus.Passages.ListAsync(
            new PassageQuery(PassageFilter.Everything, PassageSort.Doubtful, After: first.Next), Cancellation);

        Assert.Single(page.Problems);
    }

    [Fact]
    public async Task What_the_corpus_does_not_hold_is_left_out_and_named()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var filter = new PassageFilter
        {
            Choices = [new(Facet.Theme, "nowhere"), new(Facet.Document, "999"), new(Facet.Author, "nobody"), new(Facet.Role, "claim")],
        };

        var page = await corpus.Passages.ListAsync(new PassageQuery(filter), Cancellation);

        Assert.Equal([new FacetChoice(Facet.Role, "claim")], page.Filter.Choices);
        Assert.Equal("Claims", page.Description);
        Assert.Equal(3, page.Problems.Count);
        Assert.All(new[] { "nowhere", "999", "nobody" }, named =>
            Assert.Contains(page.Problems, problem => problem.Contains($"“{named}”", StringComparison.Ordinal)));
        Assert.True(page.Total > 0);
    }
}
