using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>
/// Equal snapshots see the same, on every node. A replica does not say which of its transactions are still under way, but
/// how far it has come. A server that was put back to an earlier state has been started anew.
/// </summary>
internal sealed class PostgresState(IDbContextFactory<CorpusContext> contexts, BrowseContexts replica, bool hasReplica) : DatabaseState
{
    private const string State =
        "SELECT concat_ws(' ', coalesce(pg_last_wal_replay_lsn()::text, pg_current_snapshot()::text), pg_postmaster_start_time()) AS \"Value\"";

    public override async ValueTask<string> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var state = await ReadAsync(context, cancellation);
        if (!hasReplica)
            return state;
        await using var browsed = replica.CreateDbContext();
        return $"{state}, {await ReadAsync(browsed, cancellation)}";
    }

    private static Task<string> ReadAsync(CorpusContext context, CancellationToken cancellation) =>
        context.Database.SqlQueryRaw<string>(State).SingleAsync(cancellation);
}
