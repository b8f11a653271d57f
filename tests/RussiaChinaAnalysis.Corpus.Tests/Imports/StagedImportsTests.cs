using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Imports;

public sealed class StagedImportsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_confirms_in_time_is_cleared_away_and_says_so()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var forgotten = await HandInAsync(corpus, "Cats should sleep at night.");
        corpus.Clock.Advance(TimeSpan.FromDays(13));
        var recent = await HandInAsync(corpus, "Dogs should be walked in the morning.");
        // The program was stopped while the files came in: they are staged, and no job was queued.
        int broken;
        await using (var context = corpus.Open())
        {
            var import = new Import { AskedAt = corpus.Clock.GetUtcNow().UtcDateTime.AddDays(-20) };
            import.Files.Add(new ImportFile { Ordinal = 1, Path = "half.txt", Bytes = 4, Content = new StagedFile { Content = [1, 2, 3, 4] } });
            context.Add(import);
            await context.SaveChangesAsync(Cancellation);
            broken = import.Id;
        }

        Assert.Equal(1, await corpus.Get<StagedImports>().ClearAsync(Cancellation));
        corpus.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await corpus.Get<StagedImports>().ClearAsync(Cancellation));
        Assert.Equal(0, await corpus.Get<StagedImports>().ClearAsync(Cancellation));

        var ended = (await corpus.Get<ImportBrowser>().FindAsync(forgotten, Cancellation))!;
        Assert.Equal(ImportStep.Ended, ended.Summary.Step);
        var file = Assert.Single(ended.Files);
        Assert.Equal((ImportFileState.Cancelled, "Nobody confirmed it within 14 days; hand it in again."), (file.State, file.Message));
        Assert.Equal(ImportStep.Review, (await corpus.Get<ImportBrowser>().FindAsync(recent, Cancellation))!.Summary.Step);
        await using var after = corpus.Open();
        Assert.Equal(ImportStep.Ended, (await after.Imports.SingleAsync(import => import.Id == broken, Cancellation)).Step);
        Assert.Single(await after.Set<StagedFile>().ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_import_that_cannot_be_called_off_whole_is_not_ended(bool byPerson)
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        var import = await HandInAsync(corpus, "Cats should sleep at night.");
        corpus.Clock.Advance(TimeSpan.FromDays(15));
        await using (var context = corpus.Open())
            await context.Database.ExecuteSqlAsync($"CREATE TRIGGER Fails BEFORE UPDATE ON ImportFiles BEGIN SELECT RAISE(ABORT, 'no'); END", Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => byPerson
            ? corpus.Get<ImportDesk>().CancelAsync(import, Cancellation)
            : corpus.Get<StagedImports>().ClearAsync(Cancellation));

        Assert.Equal(ImportStep.Review, (await corpus.Get<ImportBrowser>().FindAsync(import, Cancellation))!.Summary.Step);
    }

    private static async Task<int> HandInAsync(TestCorpus corpus, string text)
    {
        var import = await corpus.Get<ImportDesk>().HandInAsync(
            [new HandedFile("essay.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)))], askedBy: "Ada", Cancellation);
        while (await corpus.Get<JobRunner>().RunNextAsync(Cancellation))
        {
            // Until the queue is empty.
        }

        return import;
    }
}
