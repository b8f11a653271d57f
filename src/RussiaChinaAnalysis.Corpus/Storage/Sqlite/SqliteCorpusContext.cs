using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

public sealed class SqliteCorpusContext(DbContextOptions<SqliteCorpusContext> options) : CorpusContext(options)
{
    public override PassageSearch Search => new SqlitePassageSearch(this);

    public override async Task<int?> TakeJobAsync(Guid owner, DateTime now, DateTime expires, CancellationToken cancellation)
    {
        // One statement: SQLite lets one writer in at a time.
        var taken = await Database.SqlQuery<int>(
            $"""
            UPDATE Jobs
            SET State = {(int)JobState.Running}, LeaseOwner = {owner}, LeaseExpiresAt = {expires}, Attempts = Attempts + 1,
                StartedAt = COALESCE(StartedAt, {now})
            WHERE Id = (
                SELECT Id FROM Jobs
                WHERE State = {(int)JobState.Waiting} OR (State = {(int)JobState.Running} AND LeaseExpiresAt < {now})
                ORDER BY Id LIMIT 1)
            RETURNING Id
            """).ToListAsync(cancellation);
        return taken is [var id] ? id : null;
    }

    public override async Task<long> ReserveKeyAsync(IEntityType type, CancellationToken cancellation)
    {
        // The keys of all tables are given out once and for all (AUTOINCREMENT); the last of each stands here.
        var table = type.GetTableName();
        await Database.ExecuteSqlAsync(
            $"INSERT INTO sqlite_sequence (name, seq) SELECT {table}, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = {table})", cancellation);
        return (await Database.SqlQuery<long>($"UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = {table} RETURNING seq").ToListAsync(cancellation)).Single();
    }

    public override Task InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        SqliteRows.Insert(this, rows);
        return Task.CompletedTask;
    }

    public override bool IsAboutReferences(DbUpdateException refusal) =>
        refusal.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY };

    public override bool IsAboutUniqueness(DbUpdateException refusal) => refusal.InnerException is SqliteException
    {
        SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY,
    };

    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)Database.GetDbConnection();
        // Deferred: a transaction that only reads takes no lock on writing.
        var transaction = connection.BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancellation))!;
    }

    public override async Task MigrateAsync(CancellationToken cancellation)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(Database.GetDbConnection().DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        // A migration may rebuild a table, which silently drops its triggers, or change rows behind their back.
        var migrates = (await Database.GetPendingMigrationsAsync(cancellation)).Any();
        // Even with nothing to do it would take half a second to compare the model with its snapshot; a test does that.
        if (migrates)
            await Database.MigrateAsync(cancellation);
        await SqliteDerived.EnsureAsync(this, rebuild: migrates, cancellation);
    }

    public override Task RebuildDerivedAsync(CancellationToken cancellation) =>
        SqliteDerived.EnsureAsync(this, rebuild: true, cancellation);
}
