using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

public sealed class PostgresCorpusContext(DbContextOptions<PostgresCorpusContext> options) : CorpusContext(options)
{
    /// <summary>On which changes are announced.</summary>
    internal const string Channel = "corpus_changes";

    public override PassageSearch Search => new PostgresPassageSearch(this);

    public override async Task<int?> TakeJobAsync(Guid owner, DateTime now, DateTime expires, CancellationToken cancellation)
    {
        // Whoever finds a job locked is too late for it and takes the next.
        var taken = await Database.SqlQuery<int>(
            $"""
            UPDATE "Jobs"
            SET "State" = {(int)JobState.Running}, "LeaseOwner" = {owner}, "LeaseExpiresAt" = {expires}, "Attempts" = "Attempts" + 1,
                "StartedAt" = COALESCE("StartedAt", {now})
            WHERE "Id" = (
                SELECT "Id" FROM "Jobs"
                WHERE "State" = {(int)JobState.Waiting} OR ("State" = {(int)JobState.Running} AND "LeaseExpiresAt" < {now})
                ORDER BY "Id" LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING "Id"
            """).ToListAsync(cancellation);
        return taken is [var id] ? id : null;
    }

    public override Task<long> ReserveKeyAsync(IEntityType type, CancellationToken cancellation)
    {
        var table = $"\"{type.GetTableName()}\"";
        return Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence({table}, 'Id')) AS \"Value\"").SingleAsync(cancellation);
    }

    public override Task InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellation) =>
        PostgresRows.InsertAsync(this, rows, cancellation);

    public override Task LockDocumentAsync(int document, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM \"Documents\" WHERE \"Id\" = {document} FOR NO KEY UPDATE", cancellation);

    // The document first and the passages in one order, so that two who lock the same rows never wait for each other.
    public override async Task LockPassagesAsync(int document, CancellationToken cancellation)
    {
        await LockDocumentAsync(document, cancellation);
        await Database.ExecuteSqlAsync($"SELECT 1 FROM \"Passages\" WHERE \"DocumentId\" = {document} ORDER BY \"Id\" FOR UPDATE", cancellation);
    }

    public override Task LockDecidedAsync(IReadOnlyCollection<int> passages, CancellationToken cancellation)
    {
        var decided = passages.ToArray();
        return Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM "Passages"
            WHERE "Id" = ANY ({decided}) OR "Id" IN (SELECT "ToPassageId" FROM "Relations" WHERE "FromPassageId" = ANY ({decided}))
            ORDER BY "Id" FOR NO KEY UPDATE
            """, cancellation);
    }

    public override Task LockThemesAsync(CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"LOCK TABLE \"Themes\" IN SHARE ROW EXCLUSIVE MODE", cancellation);

    public override bool IsAboutReferences(DbUpdateException refusal) =>
        refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    public override bool IsAboutUniqueness(DbUpdateException refusal) =>
        refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override Task AnnounceAsync(long change, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {change.ToString(CultureInfo.InvariantCulture)})", cancellation);

    public override async Task MigrateAsync(CancellationToken cancellation)
    {
        var migrates = (await Database.GetPendingMigrationsAsync(cancellation)).Any();
        if (migrates)
            await Database.MigrateAsync(cancellation);
        await PostgresDerived.EnsureAsync(this, rebuild: migrates, cancellation);
    }

    public override Task RebuildDerivedAsync(CancellationToken cancellation) =>
        PostgresDerived.EnsureAsync(this, rebuild: true, cancellation);

    public override Task ContinueKeysAsync(CancellationToken cancellation) => PostgresDerived.ContinueKeysAsync(this, cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Texts are compared by their code points, as SQLite does, whatever language the server was set up for.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
