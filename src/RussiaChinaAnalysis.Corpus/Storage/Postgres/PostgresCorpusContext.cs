using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

public sealed class PostgresCorpusContext(DbContextOptions<PostgresCorpusContext> options) : CorpusContext(options)
{
    public override PassageSearch Search => new PostgresPassageSearch(this);

    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override async Task MigrateAsync(CancellationToken cancellation)
    {
        var migrates = (await Database.GetPendingMigrationsAsync(cancellation)).Any();
        if (migrates)
            await Database.MigrateAsync(cancellation);
        await PostgresDerived.EnsureAsync(this, rebuild: migrates, cancellation);
    }

    public override Task RebuildDerivedAsync(CancellationToken cancellation) =>
        PostgresDerived.EnsureAsync(this, rebuild: true, cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Texts are compared by their code points, as SQLite does, whatever language the server was set up for.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
