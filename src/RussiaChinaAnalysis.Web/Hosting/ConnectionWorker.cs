using RussiaChinaAnalysis.Corpus.Connect;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>
/// Makes up for documents that were stored but not compared with the others, because the program was stopped in between,
/// and for those whose passages people changed.
/// </summary>
internal sealed class ConnectionWorker(ConnectionUpdater connections) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                await connections.UpdatePendingAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is made up for at the next start.
        }
    }
}
