using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage.Transfer;

public sealed class CorpusCopyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corpus_goes_to_PostgreSQL_and_back_and_is_the_same()
    {
        await using var corpus = await FilledAsync();
        await using var server = await TestStorage.CreateAsync(StorageProvider.Postgres);
        await using var file = await TestStorage.CreateAsync(StorageProvider.Sqlite);

        var there = Assert.IsType<CopyResult.Copied>(
            await corpus.Get<CorpusCopy>().RunAsync(StorageProvider.Postgres, server.ConnectionString!, Cancellation));
        await using var onServer = TestCorpus.On(server);
        var back = Assert.IsType<CopyResult.Copied>(
            await onServer.Get<CorpusCopy>().RunAsync(StorageProvider.Sqlite, file.DatabasePath, Cancellation));
        await using var again = TestCorpus.On(file);

        Assert.Equal(there.Digest.Hash, back.Digest.Hash);
        Assert.Contains(there.Digest.Tables, table => table is { Name: "Passages", Rows: > 100 });
        var expected = await ListAsync(corpus);
        foreach (var copy in new[] { onServer, again })
        {
            var found = await ListAsync(copy);
            Assert.Equal(expected.Rows.Select(row => row.Quote), found.Rows.Select(row => row.Quote));
            Assert.Equal(expected.Total, found.Total);
            await using var context = copy.Open();
            await TestStorage.AssertSoundAsync(context, Cancellation);
        }
    }

    [Fact]
    public async Task A_copy_can_be_worked_on()
    {
        await using var corpus = await FilledAsync();
        await using var server = await TestStorage.CreateAsync(StorageProvider.Postgres);
        await corpus.Get<CorpusCopy>().RunAsync(StorageProvider.Postgres, server.ConnectionString!, Cancellation);
        await using var copy = TestCorpus.On(server);
        var before = await ListAsync(copy);

        using var folder = new TemporaryFolder();
        var summary = await copy.Get<IngestBatch>().RunAsync(
            [folder.Write("new.md", "# New\n\nTrade with neighbours must grow. It should be free.\n")], progress: null, Cancellation);

        Assert.Equal(1, summary.Imported);
        Assert.True((await ListAsync(copy)).Total > before.Total);
    }

    [Fact]
    public async Task A_target_that_holds_something_is_left_alone()
    {
        await using var corpus = await FilledAsync();
        await using var other = await FilledAsync();
        var before = await ListAsync(other);

        var result = await corpus.Get<CorpusCopy>().RunAsync(StorageProvider.Sqlite, other.Storage.DatabasePath, Cancellation);

        Assert.IsType<CopyResult.NotEmpty>(result);
        Assert.Equal(before.Total, (await ListAsync(other)).Total);
    }

    /// <summary>With a theme below one that came later, so that no order of ids is right by chance.</summary>
    private static async Task<TestCorpus> FilledAsync()
    {
        var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var themes = await context.Themes.Where(theme => theme.Parent == null).OrderBy(theme => theme.Id).ToListAsync(Cancellation);
        themes[0].Parent = themes[^1];
        await context.SaveChangesAsync(Cancellation);
        return corpus;
    }

    private static Task<PassagePage> ListAsync(TestCorpus corpus) => corpus.Passages.ListAsync(
        new PassageQuery(new PassageFilter { Search = "trade" }, PassageSort.Relevance, Size: 200), Cancellation);
}
