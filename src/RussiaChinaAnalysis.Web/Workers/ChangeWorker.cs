using RussiaChinaAnalysis.Corpus.History;

namespace RussiaChinaAnalysis.Web.Workers;

/// <summary>Follows the changes of other programs while the site runs.</summary>
internal sealed class ChangeWorker(ChangeListener listener) : BackgroundService
{
    // Off the thread that starts the site, which need not wait for it.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => listener.RunAsync(stoppingToken), CancellationToken.None);
}
