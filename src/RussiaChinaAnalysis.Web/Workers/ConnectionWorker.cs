using RussiaChinaAnalysis.Corpus.Connect;

namespace RussiaChinaAnalysis.Web.Workers;

/// <summary>
/// Compares documents that were stored, and those whose passages people changed, with the others: soon where this
/// process did it, otherwise after a while.
/// </summary>
internal sealed class ConnectionWorker(ConnectionUpdater connections, ComparisonQueue queue) : BackgroundService
{
    /// <summary>How often it looks for what another process has stored, or left behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Somebody who edits makes one change after the other; one comparison sees them all.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await connections.UpdatePendingAsync(progress: null, stoppingToken);
                await queue.WaitAsync(Patience, stoppingToken);
                await Task.Delay(Rest, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is made up for at the next start.
        }
    }
}
