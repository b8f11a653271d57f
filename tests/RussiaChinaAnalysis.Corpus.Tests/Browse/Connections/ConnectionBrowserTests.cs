using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Tests.Connect;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Connections;

public sealed class ConnectionBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_are_filtered_by_kind_document_and_theme()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await corpus.IngestAsync(seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));
        var tram = await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);

        var all = await corpus.ConnectionsAsync(new ConnectionFilter());
        var ofTram = await corpus.ConnectionsAsync(new ConnectionFilter(Document: tram));
        var between = await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus, Other: tram));
        var apart = await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus, Other: 1));
        var trade = await corpus.ConnectionsAsync(new ConnectionFilter(Theme: "trade-share"));

        Assert.True(all.Total > 3);
        Assert.Equal(all.Total, all.Kinds.Sum(kind => kind.Count));
        Assert.Equal([.. all.Rows.Select(row => row.Score).OrderDescending()], all.Rows.Select(row => row.Score));
        Assert.Equal(ofTram.Rows.Select(row => row.Id), between.Rows.Select(row => row.Id));
        Assert.Single(ofTram.Rows);
        Assert.Empty(apart.Rows);
        Assert.NotEmpty(trade.Rows);
        Assert.All(trade.Rows, row => Assert.Contains("trade-share", row.First.Themes.Concat(row.Second.Themes).Select(theme => theme.Slug)));
        Assert.True(trade.Total < all.Total);
        Assert.Contains(tram, all.Documents.Select(document => document.Id));
    }

    [Fact]
    public async Task A_list_is_continued_where_it_ended()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await corpus.IngestAsync(seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));
        var whole = await corpus.ConnectionsAsync(new ConnectionFilter());
        Assert.Null(whole.Next);

        var ids = new List<int>();
        string? after = null;
        do
        {
            var part = await corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(new ConnectionFilter(), after, Size: 2), Cancellation);
            ids.AddRange(part.Rows.Select(row => row.Id));
            after = part.Next;
        }
        while (after is not null);

        Assert.Equal(whole.Rows.Select(row => row.Id), ids);
        var streamed = await corpus.Get<ConnectionBrowser>().StreamAsync(new ConnectionFilter(), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(ids, streamed.Select(row => row.Id));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0.5-")]
    [InlineData("NaN-3")]
    [InlineData("-")]
    public async Task A_broken_place_gives_the_first_page_and_says_so(string after)
    {
        await using var corpus = await TestCorpus.StartAsync();

        var page = await corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(new ConnectionFilter(Theme: "no-theme", Document: 77), after), Cancellation);

        Assert.Equal(3, page.Problems.Count);
        Assert.Equal(new ConnectionFilter(), page.Filter);
    }
}
