using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_done_once_and_keeps_what_came_of_it()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var runner = Runner(corpus, async (run, cancellation) =>
        {
            await run.ReportAsync("Half", 1, 2, cancellation);
            return $"did {run.Payload}";
        });

        Assert.True(await runner.RunNextAsync(Cancellation));
        Assert.False(await runner.RunNextAsync(Cancellation));

        var job = await FindAsync(corpus, id);
        Assert.Equal((JobState.Finished, "did something", 1, 2), (job.State, job.Result, job.Done, job.Total));
    }

    [Fact]
    public async Task Several_who_ask_at_once_get_a_job_each()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var queued = new List<int>();
        for (var number = 0; number < 12; number++)
            queued.Add(await QueueAsync(corpus));
        var done = new List<int>();
        var runners = Enumerable.Range(0, 4).Select(_ => Runner(corpus, (run, _) =>
        {
            lock (done)
                done.Add(run.Id);
            return Task.FromResult("");
        }));

        await Task.WhenAll(runners.Select(runner => Task.Run(async () =>
        {
            while (await runner.RunNextAsync(Cancellation))
            {
                // Until there is nothing left.
            }
        })));

        Assert.Equal(queued, done.Order());
    }

    [Fact]
    public async Task A_job_whose_owner_is_silent_is_taken_again_when_its_lease_has_run_out()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        await using (var context = corpus.Open())
        {
            var now = corpus.Clock.GetUtcNow().UtcDateTime;
            Assert.Equal(id, await context.TakeJobAsync(Guid.NewGuid(), now, now + JobQueue.Lease, Cancellation));
        }

        var runner = Runner(corpus, (_, _) => Task.FromResult("again"));
        Assert.False(await runner.RunNextAsync(Cancellation));
        corpus.Clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        Assert.True(await runner.RunNextAsync(Cancellation));

        Assert.Equal("again", (await FindAsync(corpus, id)).Result);
    }

    [Fact]
    public async Task Who_has_lost_the_lease_can_neither_report_nor_finish()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var slow = Runner(corpus, async (run, cancellation) =>
        {
            var another = Runner(corpus, (_, _) => Task.FromResult("by another"));
            corpus.Clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
            Assert.True(await another.RunNextAsync(Cancellation));
            await run.ReportAsync("Too late", 1, 1, cancellation);
            return "too late";
        });

        await slow.RunNextAsync(Cancellation);

        Assert.Equal((JobState.Finished, "by another"), ((await FindAsync(corpus, id)).State, (await FindAsync(corpus, id)).Result));
    }

    [Fact]
    public async Task A_job_is_laid_back_when_the_process_stops()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        using var stopping = new CancellationTokenSource();
        var runner = Runner(corpus, async (_, cancellation) =>
        {
            await stopping.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return "";
        });

        await runner.RunNextAsync(stopping.Token);

        var job = await FindAsync(corpus, id);
        Assert.Equal((JobState.Waiting, null, 0), (job.State, job.LeaseOwner, job.Attempts));
    }

    [Fact]
    public async Task A_wish_to_cancel_reaches_the_job_and_things_are_put_in_order()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var handler = new Handler(async (_, cancellation) =>
        {
            await corpus.Get<JobQueue>().CancelAsync(id, Cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
            return "";
        });

        await Runner(corpus, handler).RunNextAsync(Cancellation);

        Assert.Equal(JobState.Cancelled, (await FindAsync(corpus, id)).State);
        Assert.Equal([id], handler.Abandoned);
    }

    [Fact]
    public async Task A_defect_ends_the_job_and_not_the_runner()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var handler = new Handler((_, _) => throw new InvalidOperationException("secret"));

        Assert.True(await Runner(corpus, handler).RunNextAsync(Cancellation));

        var job = await FindAsync(corpus, id);
        Assert.Equal(JobState.Failed, job.State);
        Assert.DoesNotContain("secret", job.Problem, StringComparison.Ordinal);
        Assert.Equal([id], handler.Abandoned);
    }

    [Fact]
    public async Task A_failure_of_the_database_that_may_pass_has_the_job_taken_again_later()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var attempts = 0;
        var handler = new Handler((_, _) => ++attempts == 1 ? throw Passing() : Task.FromResult("again"));
        var runner = Runner(corpus, handler);

        Assert.True(await runner.RunNextAsync(Cancellation));
        Assert.False(await runner.RunNextAsync(Cancellation));
        corpus.Clock.Advance(JobQueue.Rest + TimeSpan.FromSeconds(1));
        Assert.True(await runner.RunNextAsync(Cancellation));

        var job = await FindAsync(corpus, id);
        Assert.Equal((JobState.Finished, "again"), (job.State, job.Result));
        Assert.Empty(handler.Abandoned);
    }

    [Fact]
    public async Task A_job_that_begins_from_the_front_and_fails_at_the_same_place_each_time_is_given_up()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        var attempts = 0;
        var handler = new Handler(async (run, cancellation) =>
        {
            attempts++;
            for (var done = 0; done < 3; done++)
                await run.ReportAsync("Reading", done, 9, cancellation);
            throw Passing();
        });
        var runner = Runner(corpus, handler);

        for (var attempt = 0; attempt < 20; attempt++)
        {
            await runner.RunNextAsync(Cancellation);
            corpus.Clock.Advance(JobQueue.Rest + TimeSpan.FromSeconds(1));
        }

        Assert.Equal(JobState.Failed, (await FindAsync(corpus, id)).State);
        Assert.InRange(attempts, 5, 6);
        Assert.Equal([id], handler.Abandoned);
    }

    [Fact]
    public async Task A_job_that_never_gets_on_is_given_up()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var id = await QueueAsync(corpus);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var context = corpus.Open();
            var now = corpus.Clock.GetUtcNow().UtcDateTime;
            await context.TakeJobAsync(Guid.NewGuid(), now, now + JobQueue.Lease, Cancellation);
            corpus.Clock.Advance(JobQueue.Lease + TimeSpan.FromSeconds(1));
        }

        await Runner(corpus, (_, _) => Task.FromResult("never")).RunNextAsync(Cancellation);

        Assert.Equal(JobState.Failed, (await FindAsync(corpus, id)).State);
    }

    /// <summary>As PostgreSQL's provider tells of a lost connection.</summary>
    private static InvalidOperationException Passing() => new("likely due to a transient failure", new NpgsqlException("lost", new IOException()));

    private static async Task<int> QueueAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var job = corpus.Get<JobQueue>().Create(Handler.Name, "something", askedBy: null);
        context.Add(job);
        await context.SaveChangesAsync(Cancellation);
        return job.Id;
    }

    private static async Task<Job> FindAsync(TestCorpus corpus, int id)
    {
        await using var context = corpus.Open();
        return await context.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Cancellation);
    }

    private static JobRunner Runner(TestCorpus corpus, Func<JobRun, CancellationToken, Task<string>> work) => Runner(corpus, new Handler(work));

    private static JobRunner Runner(TestCorpus corpus, Handler handler) =>
        new(corpus.Get<JobQueue>(), corpus.Get<WorkSignal>(), [handler], NullLogger<JobRunner>.Instance);

    private sealed class Handler(Func<JobRun, CancellationToken, Task<string>> work) : IJobHandler
    {
        public const string Name = "test";

        public List<int> Abandoned { get; } = [];

        public string Kind => Name;

        public Task<string> RunAsync(JobRun run, CancellationToken cancellation) => work(run, cancellation);

        public Task AbandonAsync(JobRun run, CancellationToken cancellation)
        {
            Abandoned.Add(run.Id);
            return Task.CompletedTask;
        }
    }
}
