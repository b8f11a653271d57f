using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>The queue in the database. Each change of a job that runs is made only while its lease is still held.</summary>
public sealed class JobQueue(IDbContextFactory<CorpusContext> contexts, TimeProvider clock, WorkSignal signal)
{
    /// <summary>How long a job is left alone when nothing is heard of its owner.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long a job is left alone after a failure that may pass.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A job for the caller to store together with what it is about; afterwards call <see cref="Announce"/>.</summary>
    public Job Create(string kind, string payload, string? askedBy) => new()
    {
        Kind = kind,
        Payload = payload,
        AskedBy = askedBy,
        AskedAt = Now,
    };

    /// <summary>Queues a job that stands by itself.</summary>
    public async Task AddAsync(string kind, string payload, string? askedBy, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(Create(kind, payload, askedBy));
        await context.SaveChangesAsync(cancellation);
        Announce();
    }

    /// <summary>Wakes a worker of this process.</summary>
    public void Announce() => signal.Raise();

    /// <summary>The job that has waited longest, or whose lease has run out; null when there is none.</summary>
    internal async Task<JobRun?> TakeAsync(Guid owner, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.TakeJobAsync(owner, Now, Now + Lease, cancellation) is not { } id)
            return null;
        var job = await context.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, cancellation);
        return new JobRun(this, owner, id, job.Kind, job.Payload, job.Attempts);
    }

    /// <summary>Holds the job for longer.</summary>
    internal async Task<Hold> RenewAsync(int id, Guid owner, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var renewed = await Held(context, id, owner).ExecuteUpdateAsync(
            job => job.SetProperty(row => row.LeaseExpiresAt, Now + Lease), cancellation);
        if (renewed == 0)
            return Hold.Lost;
        return await context.Jobs.AnyAsync(job => job.Id == id && job.IsCancelRequested, cancellation) ? Hold.Cancelled : Hold.Kept;
    }

    internal async Task ReportAsync(int id, Guid owner, string stage, int done, int total, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // A job that begins from the front each time gets on only when it comes further than before.
        var changed = await Held(context, id, owner).ExecuteUpdateAsync(
            job => job.SetProperty(row => row.Stage, stage)
                .SetProperty(row => row.Done, row => row.Total == total && row.Done > done ? row.Done : done)
                .SetProperty(row => row.Total, total)
                .SetProperty(row => row.Attempts, row => row.Total == total && row.Done >= done ? row.Attempts : 0)
                .SetProperty(row => row.LeaseExpiresAt, Now + Lease), cancellation);
        if (changed == 0)
            throw new LeaseLostException();
    }

    /// <summary>Lays the job back for somebody else, at once.</summary>
    internal Task ReturnAsync(int id, Guid owner) => LeaveAsync(id, owner, JobState.Waiting, result: null, problem: null);

    /// <summary>Lays the job back for whoever comes first after <see cref="Rest"/>. This time counts as an attempt.</summary>
    internal async Task PostponeAsync(int id, Guid owner, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // A lease that runs out is what everybody looks for.
        await Held(context, id, owner).ExecuteUpdateAsync(
            job => job.SetProperty(row => row.LeaseOwner, (Guid?)null).SetProperty(row => row.LeaseExpiresAt, Now + Rest), cancellation);
    }

    internal Task FinishAsync(int id, Guid owner, string result) => LeaveAsync(id, owner, JobState.Finished, result, problem: null);

    internal Task CancelledAsync(int id, Guid owner) => LeaveAsync(id, owner, JobState.Cancelled, result: null, problem: null);

    internal Task FailAsync(int id, Guid owner, string problem) => LeaveAsync(id, owner, JobState.Failed, result: null, problem);

    /// <summary>Asks whoever works on it to stop. Does nothing to a job that has come to its end.</summary>
    public async Task CancelAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Jobs
            .Where(job => job.Id == id && (job.State == JobState.Waiting || job.State == JobState.Running))
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.IsCancelRequested, true), cancellation);
        Announce();
    }

    public async Task<Job?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellation);
    }

    /// <summary>Those of a kind, the newest first.</summary>
    public async Task<IReadOnlyList<Job>> ListAsync(string kind, int count, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Jobs.AsNoTracking().Where(job => job.Kind == kind)
            .OrderByDescending(job => job.Id).Take(count).ToListAsync(cancellation);
    }

    private async Task LeaveAsync(int id, Guid owner, JobState state, string? result, string? problem)
    {
        DateTime? ended = state == JobState.Waiting ? null : Now;
        // Also said while the process stops, so it can't be cancelled.
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await Held(context, id, owner).ExecuteUpdateAsync(
            job => job.SetProperty(row => row.State, state)
                .SetProperty(row => row.Attempts, row => state == JobState.Waiting ? row.Attempts - 1 : row.Attempts)
                .SetProperty(row => row.LeaseOwner, (Guid?)null)
                .SetProperty(row => row.LeaseExpiresAt, (DateTime?)null)
                .SetProperty(row => row.Result, result)
                .SetProperty(row => row.Problem, problem)
                .SetProperty(row => row.EndedAt, ended), CancellationToken.None);
        if (state == JobState.Waiting)
            Announce();
    }

    private static IQueryable<Job> Held(CorpusContext context, int id, Guid owner) =>
        context.Jobs.Where(job => job.Id == id && job.State == JobState.Running && job.LeaseOwner == owner);
}

internal enum Hold
{
    Kept,

    /// <summary>Kept, but somebody wants the job to stop.</summary>
    Cancelled,
    Lost,
}
