using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>Takes jobs and does them, one after the other.</summary>
public sealed partial class JobRunner(JobQueue queue, WorkSignal signal, IEnumerable<IJobHandler> handlers, ILogger<JobRunner> log)
{
    /// <summary>A job that was begun so often without getting on would never end.</summary>
    private const int MaximumAttempts = 5;

    /// <summary>How often a worker looks for what another process has queued, or left behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(500);

    private readonly FrozenDictionary<string, IJobHandler> handlers = handlers.ToFrozenDictionary(handler => handler.Kind, StringComparer.Ordinal);

    private readonly Guid owner = Guid.NewGuid();

    /// <summary>Until <paramref name="stopping"/>; a job that is under way then is laid back.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await RunNextAsync(stopping))
                    await signal.WaitAsync(Patience, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database may be out of reach for a while; the next look may find it.
                LogNoLook(failure);
                await Task.Delay(Patience, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        if (await queue.TakeAsync(owner, stopping) is not { } run)
            return false;
        if (await queue.RenewAsync(run.Id, owner, stopping) == Hold.Cancelled)
        {
            await AbandonAsync(run);
            return true;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var done = new CancellationTokenSource();
        var heart = BeatAsync(run, ending, done.Token);
        try
        {
            await DoAsync(run, ending.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogReturned(run.Kind, run.Id);
            await queue.ReturnAsync(run.Id, owner);
        }
        catch (OperationCanceledException)
        {
            await AbandonAsync(run);
        }
        finally
        {
            await done.CancelAsync();
            await heart;
        }

        return true;
    }

    private async Task DoAsync(JobRun run, CancellationToken cancellation)
    {
        var handler = handlers[run.Kind];
        if (run.Attempts > MaximumAttempts)
        {
            await FailAsync(run, handler, $"This was begun {MaximumAttempts} times without getting on; it was given up. The log may say more.");
            return;
        }

        try
        {
            LogStarted(run.Kind, run.Id);
            await queue.FinishAsync(run.Id, owner, await handler.RunAsync(run, cancellation));
            LogFinished(run.Kind, run.Id);
        }
        catch (Exception failure) when (PassingFailure.Is(failure))
        {
            LogPostponed(run.Kind, run.Id, failure);
            await queue.PostponeAsync(run.Id, owner, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(run.Kind, run.Id, failure);
            await FailAsync(run, handler, "A defect of the program stopped this; the log says more.");
        }
    }

    private async Task FailAsync(JobRun run, IJobHandler handler, string problem)
    {
        await handler.AbandonAsync(run, CancellationToken.None);
        await queue.FailAsync(run.Id, owner, problem);
    }

    private async Task AbandonAsync(JobRun run)
    {
        // Lost rather than cancelled: it is somebody else's now.
        if (await queue.RenewAsync(run.Id, owner, CancellationToken.None) == Hold.Lost)
            return;
        LogCancelled(run.Kind, run.Id);
        await handlers[run.Kind].AbandonAsync(run, CancellationToken.None);
        await queue.CancelledAsync(run.Id, owner);
    }

    /// <summary>Keeps the lease alive and listens for a wish to stop.</summary>
    private async Task BeatAsync(JobRun run, CancellationTokenSource ending, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Heartbeat);
        try
        {
            do
            {
                if (await HoldAsync(run, done) != Hold.Kept)
                    await ending.CancelAsync();
            }
            while (await timer.WaitForNextTickAsync(done));
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The job has come to its end.
        }
    }

    private async Task<Hold> HoldAsync(JobRun run, CancellationToken done)
    {
        try
        {
            return await queue.RenewAsync(run.Id, owner, done);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One beat may be missed; the lease outlasts many.
            LogNoLook(failure);
            return Hold.Kept;
        }
    }

    [LoggerMessage(LogLevel.Information, "Began {Kind} job {JobId}")]
    private partial void LogStarted(string kind, int jobId);

    [LoggerMessage(LogLevel.Information, "Finished {Kind} job {JobId}")]
    private partial void LogFinished(string kind, int jobId);

    [LoggerMessage(LogLevel.Information, "Laid back {Kind} job {JobId}, because the program stops")]
    private partial void LogReturned(string kind, int jobId);

    [LoggerMessage(LogLevel.Information, "Cancelled {Kind} job {JobId}")]
    private partial void LogCancelled(string kind, int jobId);

    [LoggerMessage(LogLevel.Warning, "{Kind} job {JobId} was stopped by the database and will be taken again")]
    private partial void LogPostponed(string kind, int jobId, Exception failure);

    [LoggerMessage(LogLevel.Error, "{Kind} job {JobId} failed")]
    private partial void LogFailed(string kind, int jobId, Exception failure);

    [LoggerMessage(LogLevel.Warning, "The queue of jobs is out of reach")]
    private partial void LogNoLook(Exception failure);
}
