using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Imports;

/// <summary>The database fails while a file is stored, and no longer when the job is taken again.</summary>
public sealed class InterruptedImportTests
{
    /// <summary>The end of the connection, in the middle of the rows.</summary>
    private const string LosesConnection = "PERFORM pg_terminate_backend(pg_backend_pid());";

    private const string Deadlocks = "RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01';";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LosesConnection, "DocumentVersions")]
    [InlineData(Deadlocks, "DocumentVersions")]
    [InlineData(LosesConnection, "ImportFiles")]
    [InlineData(Deadlocks, "ImportFiles")]
    public async Task What_was_handed_in_is_stored_when_the_database_is_well_again(string failure, string table)
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Postgres);
        var import = await ConfirmedAsync(corpus, files: 3);
        await using var context = corpus.Open();
        // It happens at the second file, and once: no transaction takes a sequence back.
        var fault = $"""
            CREATE SEQUENCE stored;
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('stored') = 2 THEN {failure} END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER fail AFTER INSERT OR UPDATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION fail();
            """;
        await context.Database.ExecuteSqlRawAsync(fault, Cancellation);

        await AssertStoredLaterAsync(corpus, import, storedAtFirst: 1);
    }

    [Fact]
    public async Task What_was_handed_in_is_stored_when_the_database_takes_the_rows_again()
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        var import = await ConfirmedAsync(corpus, files: 3);
        await using var context = corpus.Open();
        await context.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER fail BEFORE INSERT ON Passages BEGIN SELECT RAISE(ABORT, 'not now'); END", Cancellation);

        await AssertStoredLaterAsync(corpus, import, storedAtFirst: 0, () => context.Database.ExecuteSqlRawAsync("DROP TRIGGER fail", Cancellation));
    }

    private static async Task AssertStoredLaterAsync(TestCorpus corpus, int import, int storedAtFirst, Func<Task>? mend = null)
    {
        var runner = corpus.Get<JobRunner>();
        Assert.True(await runner.RunNextAsync(Cancellation));
        var waiting = (await corpus.Get<ImportBrowser>().FindAsync(import, Cancellation))!;
        Assert.Equal((ImportStep.Storing, JobState.Running), (waiting.Summary.Step, waiting.Job.State));
        Assert.Equal(storedAtFirst, waiting.Files.Count(file => file.State == ImportFileState.Imported));

        await (mend?.Invoke() ?? Task.CompletedTask);
        corpus.Clock.Advance(JobQueue.Rest + TimeSpan.FromSeconds(1));
        Assert.True(await runner.RunNextAsync(Cancellation));

        var ended = (await corpus.Get<ImportBrowser>().FindAsync(import, Cancellation))!;
        Assert.Equal((ImportStep.Ended, JobState.Finished), (ended.Summary.Step, ended.Job.State));
        Assert.All(ended.Files, file => Assert.Equal(ImportFileState.Imported, file.State));
    }

    private static async Task<int> ConfirmedAsync(TestCorpus corpus, int files)
    {
        var import = await corpus.Get<ImportDesk>().HandInAsync(
            Enumerable.Range(0, files).Select(number => new HandedFile(
                $"essay-{number}.txt", new MemoryStream(Encoding.UTF8.GetBytes($"Town {number} should run its buses at night. Nurses need them.")))),
            askedBy: "Ada",
            Cancellation);
        Assert.True(await corpus.Get<JobRunner>().RunNextAsync(Cancellation));
        var decisions = (await corpus.Get<ImportBrowser>().FindAsync(import, Cancellation))!.Files.ToDictionary(
            file => file.Id, file => new FileDecision(IsLeftOut: false, new DocumentDetails(file.Title, null, null, null), RevisionOf: null));
        Assert.True((await corpus.Get<ImportDesk>().ConfirmAsync(import, decisions, "Ada", Cancellation)).IsQueued);
        return import;
    }
}
