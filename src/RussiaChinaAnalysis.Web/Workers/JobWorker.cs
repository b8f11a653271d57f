using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Web.Workers;

/// <summary>Works off the queue while the site runs.</summary>
internal sealed class JobWorker(JobRunner runner) : BackgroundService
{
    // Off the thread that starts the site: the first look at the queue must not delay it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => runner.RunAsync(stoppingToken), CancellationToken.None);
}
