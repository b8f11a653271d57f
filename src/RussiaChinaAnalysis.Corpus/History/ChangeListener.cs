using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>Hears what other programs on the same database change, and tells it here.</summary>
public sealed partial class ChangeListener(
    ChangeSignals signals, IDbContextFactory<CorpusContext> contexts, ChangeFeed feed, ILogger<ChangeListener> log)
{
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);

    private long last;

    /// <summary>Until it is cancelled. What happens while the database cannot be reached is told afterwards.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var begun = false;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (!begun)
                    last = await NewestAsync(cancellation);
                begun = true;
                await foreach (var heard in signals.HearAsync(cancellation))
                {
                    await TellAsync(
                        changes => heard.Count > 0
                            ? changes.Where(change => heard.Contains(change.Id))
                            : changes.Where(change => change.Id > last - signals.OutOfOrder),
                        cancellation);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                // Whatever it is, a listener that ended would end the program with it.
                LogLost(log, lost);
                await Task.Delay(PauseAfterLoss, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAsync(Func<IQueryable<Change>, IQueryable<Change>> choose, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var notices = await choose(context.Changes.AsNoTracking()).Where(Change.IsOfCorpus).OrderBy(change => change.Id)
            .Select(change => new ChangeNotice(change.Id, change.DocumentId, change.PersonId, change.PersonName, change.Summary, change.PrivateTo))
            .ToListAsync(cancellation);
        foreach (var notice in notices)
        {
            feed.Publish(notice);
            last = Math.Max(last, notice.Change);
        }
    }

    private async Task<long> NewestAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Changes.MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other programs' changes cannot be heard at the moment")]
    private static partial void LogLost(ILogger log, Exception failure);
}
