using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

/// <summary>The two databases give the same answers in the same order.</summary>
public sealed class SearchParityTests(SearchParityTests.Corpora corpora) : IClassFixture<SearchParityTests.Corpora>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("trade")]
    [InlineData("TRADING")]
    [InlineData("the")]
    [InlineData("trade moscow")]
    [InlineData("russia china")]
    [InlineData("\"central asia\"")]
    [InlineData("\"central asia\" trade russia")]
    [InlineData("its its")]
    [InlineData("naive")]
    [InlineData("naïve")]
    [InlineData("ПЕКИН")]
    [InlineData("растёт")]
    [InlineData("31%")]
    [InlineData("cold-war")]
    [InlineData("relations national generously")]
    [InlineData("it's")]
    [InlineData("zebra")]
    [InlineData("½")]
    [InlineData("🙂 trade")]
    public async Task A_search_finds_the_same_in_the_same_order(string text)
    {
        var expected = await ListAsync(corpora.Sqlite, text);

        var found = await ListAsync(corpora.Postgres, text);

        Assert.Equal(expected.Total, found.Total);
        Assert.Equal(expected.Rows.Select(row => row.Id), found.Rows.Select(row => row.Id));
        Assert.All(expected.Rows.Zip(found.Rows), pair => Assert.Equal(pair.First.Hits, pair.Second.Hits));
    }

    [Fact]
    public async Task A_passage_is_connected_with_the_same_others()
    {
        var rows = (await ListAsync(corpora.Sqlite, "russia")).Rows;
        Assert.NotEmpty(rows);
        foreach (var row in rows.Take(10))
        {
            var expected = (await corpora.Sqlite.Passages.FindAsync(row.Id, Cancellation))!.Connections;
            var found = (await corpora.Postgres.Passages.FindAsync(row.Id, Cancellation))!.Connections;
            Assert.Equal(
                expected.Select(connection => (connection.First.Id, connection.Second.Id, connection.Kind, Math.Round(connection.Score, 6))),
                found.Select(connection => (connection.First.Id, connection.Second.Id, connection.Kind, Math.Round(connection.Score, 6))));
        }
    }

    private static Task<PassagePage> ListAsync(TestCorpus corpus, string text) => corpus.Passages.ListAsync(
        new PassageQuery(new PassageFilter { Search = text }, PassageSort.Relevance, Size: 200), Cancellation);

    /// <summary>Nothing here changes them.</summary>
    public sealed class Corpora : IAsyncLifetime
    {
        internal TestCorpus Sqlite { get; private set; } = null!;

        internal TestCorpus Postgres { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            (Sqlite, Postgres) = (await TestCorpus.StartAsync(StorageProvider.Sqlite), await TestCorpus.StartAsync(StorageProvider.Postgres));
            foreach (var corpus in new[] { Sqlite, Postgres })
            {
                await SampleEssays.StoreAsync(corpus);
                var summary = await corpus.Get<IngestBatch>().RunAsync([RepositoryFiles.Seeds], progress: null, CancellationToken.None);
                Assert.True(summary.Passages > 100);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Sqlite.DisposeAsync();
            await Postgres.DisposeAsync();
        }
    }
}
