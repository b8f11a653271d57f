using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// Hears what other programs on the same database change, and tells it here. PostgreSQL says so itself; a SQLite file
/// is looked at once a second.
/// </summary>
public sealed partial class ChangeListener(
    CorpusOptions options, IDbContextFactory<CorpusContext> contexts, ChangeFeed feed, ILogger<ChangeListener> log)
{
    /// <summary>Keys are given out before a change becomes visible, so that a lower one may come a little later.</summary>
    private const int OutOfOrder = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
                await (options.Provider == StorageProvider.Postgres ? ListenAsync(cancellation) : LookAsync(cancellation));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is DbException or IOException or TimeoutException)
            {
                LogLost(log, lost.GetType().Name);
                await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        // A connection of its own, which notices within half a minute that the other end is gone.
        var address = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        var heard = new Queue<long>();
        connection.Notification += (_, notification) =>
        {
            if (long.TryParse(notification.Payload, CultureInfo.InvariantCulture, out var change))
                heard.Enqueue(change);
        };
        await connection.OpenAsync(cancellation);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"LISTEN {PostgresCorpusContext.Channel}";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await TellAsync(changes => changes.Where(change => change.Id > last - OutOfOrder), cancellation);
        while (true)
        {
            await connection.WaitAsync(cancellation);
            var ids = heard.ToList();
            heard.Clear();
            await TellAsync(changes => changes.Where(change => ids.Contains(change.Id)), cancellation);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(cancellation))
            await TellAsync(changes => changes.Where(change => change.Id > last), cancellation);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Other programs' changes cannot be heard at the moment: {Failure}")]
    private static partial void LogLost(ILogger log, string failure);
}
