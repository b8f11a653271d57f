using RussiaChinaAnalysis.Corpus.Imports;

namespace RussiaChinaAnalysis.Web.Workers;

/// <summary>Has forgotten imports cleared away while the site runs.</summary>
internal sealed partial class StagedImportsWorker(StagedImports staged, TimeProvider clock, ILogger<StagedImportsWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                await ClearAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is cleared at the next start.
        }
    }

    private async Task ClearAsync(CancellationToken cancellation)
    {
        try
        {
            await staged.ClearAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database may be out of reach for a while; the next look may find it.
            LogNotCleared(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Forgotten imports could not be cleared away")]
    private partial void LogNotCleared(Exception failure);
}
