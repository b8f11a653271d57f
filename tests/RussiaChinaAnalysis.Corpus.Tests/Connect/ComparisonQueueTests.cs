using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

public sealed class ComparisonQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_essay_is_stored_first_and_compared_afterwards()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 2);
        Assert.Equal(0, await CountConnectionsAsync(corpus));

        Assert.Equal(2, await corpus.CompareAsync());

        Assert.NotEqual(0, await CountConnectionsAsync(corpus));
        Assert.Equal(0, await corpus.CompareAsync());
    }

    [Fact]
    public async Task What_waits_is_compared_after_a_restart()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 2);
        await using var restarted = corpus.SecondNode();

        Assert.Equal(2, await restarted.CompareAsync());

        Assert.NotEqual(0, await CountConnectionsAsync(corpus));
    }

    [Fact]
    public async Task Several_nodes_share_the_work_and_miss_nothing()
    {
        const int Essays = 16;
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, Essays);
        await using var second = corpus.SecondNode();

        var compared = await Task.WhenAll(Task.Run(corpus.CompareAsync), Task.Run(second.CompareAsync));
        // Two that find each other at the same moment may stand in each other's way; then one is tried again.
        corpus.Clock.Advance(TimeSpan.FromMinutes(3));
        var left = await corpus.CompareAsync();

        Assert.Equal(Essays, compared.Sum() + left);
        await using var context = corpus.Open();
        var pairs = await context.Connections.Select(connection => new { connection.FirstDocumentId, connection.SecondDocumentId }).ToListAsync(Cancellation);
        for (var first = 1; first < Essays; first += 2)
            Assert.Contains(new { FirstDocumentId = first, SecondDocumentId = first + 1 }, pairs);
        var passages = await context.Passages.CountAsync(passage => passage.Role != Role.Context, Cancellation);
        Assert.Equal(passages, (await context.TermFrequencies.SingleAsync(term => term.Key == TermFrequency.AllPassages, Cancellation)).Passages);
    }

    [Fact]
    public async Task A_document_belongs_to_one_until_that_one_is_gone()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 1);
        var queue = corpus.Get<ComparisonQueue>();
        Assert.NotNull(await queue.TakeAsync(document: null, Cancellation));

        Assert.Equal(0, await corpus.CompareAsync());

        corpus.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await corpus.CompareAsync());
    }

    [Fact]
    public async Task Of_two_that_compare_the_same_document_one_is_heard()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 1);
        var slow = (await corpus.Get<ComparisonQueue>().TakeAsync(document: null, Cancellation))!;
        corpus.Clock.Advance(TimeSpan.FromMinutes(3));
        await corpus.CompareAsync();
        await using var context = corpus.Open();

        Assert.False(await ComparisonQueue.FinishAsync(context, slow, corpus.Clock.GetUtcNow().UtcDateTime, Cancellation));
    }

    [Fact]
    public async Task What_is_changed_while_it_is_compared_is_compared_again()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 1);
        var due = (await corpus.Get<ComparisonQueue>().TakeAsync(document: null, Cancellation))!;
        await using var context = corpus.Open();
        await ComparisonQueue.MarkAsync(context, [due.DocumentId], Cancellation);
        Assert.True(await ComparisonQueue.FinishAsync(context, due, corpus.Clock.GetUtcNow().UtcDateTime, Cancellation));

        Assert.Equal(1, await corpus.CompareAsync());
        Assert.Equal(0, await corpus.CompareAsync());
    }

    [Fact]
    public async Task A_comparison_that_is_cancelled_is_laid_back()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, 2);
        using var stopping = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.Get<ConnectionUpdater>().UpdatePendingAsync(new StopAfterFirst(stopping), stopping.Token));

        Assert.Equal(1, await corpus.CompareAsync());
    }

    [Fact]
    public async Task An_outage_of_the_database_ends_nobody_who_compares()
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Postgres);
        await IngestAsync(corpus, 2);
        await PostgresServer.CutOffAsync(corpus.Storage.ConnectionString!);

        Assert.Equal(0, await corpus.CompareAsync());

        await PostgresServer.EndOutageAsync(corpus.Storage.ConnectionString!);
        Assert.Equal(2, await corpus.CompareAsync());
    }

    [Fact]
    public async Task A_document_whose_comparison_fails_keeps_nobody_from_comparing_the_others()
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Postgres);
        await IngestAsync(corpus, 2);
        await using var context = corpus.Open();
        // The server ends the connection at the first essay whose words are counted, and only then: no transaction takes a sequence back.
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE SEQUENCE counted;
            CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('counted') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER lose BEFORE UPDATE OF "AreWordsCounted" ON "DocumentVersions" FOR EACH ROW EXECUTE FUNCTION lose();
            """,
            Cancellation);

        Assert.Equal(1, await corpus.CompareAsync());

        corpus.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await corpus.CompareAsync());
    }

    [Fact]
    public async Task A_decision_about_passages_of_many_essays_has_each_of_them_compared_anew()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var corpus = edited.Corpus;
        await IngestAsync(corpus, 2);
        await corpus.CompareAsync();
        Assert.NotEqual(0, await CountConnectionsAsync(corpus));

        var claims = new PassageFilter { Choices = [new(Facet.Role, "context", Negated: true)] };
        int open;
        await using (var context = corpus.Open())
            open = await context.Passages.CountAsync(passage => passage.Role != Role.Context, Cancellation);
        EditedCorpus.Done(await corpus.Get<BulkReview>().DecideAsync(edited.Ben, claims, Status.Rejected, open, Cancellation));

        Assert.Equal(3, await corpus.CompareAsync());
        Assert.Equal(0, await CountConnectionsAsync(corpus));
    }

    [Fact]
    public async Task A_corpus_of_a_former_version_goes_on_where_it_was()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var corpus = edited.Corpus;
        await IngestAsync(corpus, 1);
        await corpus.CompareAsync();
        corpus.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var context = corpus.Open();
        var ids = await context.Passages.Where(passage => passage.DocumentId == edited.Document).ToDictionaryAsync(passage => passage.Id, passage => passage.Status, Cancellation);
        EditedCorpus.Done(await corpus.Get<BulkReview>().DecideAsync(edited.Ben, ids, Status.Accepted, Cancellation));
        await context.DocumentVersions.ExecuteUpdateAsync(
            version => version.SetProperty(row => row.UncomparedChange, (Guid?)null).SetProperty(row => row.AreWordsCounted, false), Cancellation);

        await context.Database.ExecuteSqlRawAsync(FormerComparisons.Sql, Cancellation);

        Assert.True(await context.DocumentVersions.AllAsync(version => version.AreWordsCounted, Cancellation));
        Assert.Equal(
            [edited.Document],
            await context.DocumentVersions.Where(version => version.UncomparedChange != null).Select(version => version.DocumentId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Seeds_are_compared_when_the_first_start_is_over()
    {
        await using var storage = await TestStorage.CreateAsync();
        await using var corpus = TestCorpus.On(storage, RepositoryFiles.Seeds);

        Assert.IsType<StartupResult.Ready>(await corpus.Get<CorpusStartup>().RunAsync(progress: null, Cancellation));

        Assert.NotEqual(0, await CountConnectionsAsync(corpus));
        Assert.Equal(0, await corpus.CompareAsync());
    }

    /// <summary>Essays of which each two say something in words that the others do not hold.</summary>
    private static async Task IngestAsync(TestCorpus corpus, int essays)
    {
        for (var number = 0; number < essays; number++)
        {
            var (street, borough) = ($"Lane{number / 2}", $"Borough{number / 2}");
            var text = $"# Essay {number}\n\nThe harbour tram from {street} to {borough} should carry the commuters of both. Rails last a century. Buses can go everywhere.";
            Assert.IsType<IngestResult.Imported>(await corpus.Get<DocumentIngest>().IngestAsync(
                new SourceFile($"essay-{number}.md", Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation));
        }
    }

    private static async Task<int> CountConnectionsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return await context.Connections.CountAsync(Cancellation);
    }

    private sealed class StopAfterFirst(CancellationTokenSource stopping) : IProgress<ConnectionProgress>
    {
        public void Report(ConnectionProgress value) => stopping.Cancel();
    }
}
