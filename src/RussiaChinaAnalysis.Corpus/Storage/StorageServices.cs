using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;

namespace RussiaChinaAnalysis.Corpus.Storage;

internal static class StorageServices
{
    /// <summary>Registers the contexts of the database that the options name.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, CorpusOptions options) => services.AddContexts(options)
        .AddSingleton(provider => options.ReadConnectionString is { } replica
            ? OfReplica(PostgresCorpus.Options(replica))
            : new BrowseContexts(provider.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext));

    private static BrowseContexts OfReplica(DbContextOptions<PostgresCorpusContext> options) => new(() => new PostgresCorpusContext(options));

    private static IServiceCollection AddContexts(this IServiceCollection services, CorpusOptions options) => options.Provider switch
    {
        StorageProvider.Sqlite => services
            .AddPooledDbContextFactory<SqliteCorpusContext>(builder => SqliteCorpus.Configure(builder, options.DatabasePath))
            .AddSingleton<IDbContextFactory<CorpusContext>, SqliteCorpusFactory>()
            .AddSingleton<DatabaseState>(_ => new SqliteState(options.DatabasePath))
            .AddSingleton<ChangeSignals, SqliteSignals>(),
        StorageProvider.Postgres => services
            .AddPooledDbContextFactory<PostgresCorpusContext>(builder => PostgresCorpus.Configure(builder, options.ConnectionString!))
            .AddSingleton<IDbContextFactory<CorpusContext>, PostgresCorpusFactory>()
            .AddSingleton<DatabaseState>(provider => new PostgresState(
                provider.GetRequiredService<IDbContextFactory<CorpusContext>>(),
                provider.GetRequiredService<BrowseContexts>(),
                options.ReadConnectionString is not null))
            .AddSingleton<ChangeSignals>(_ => new PostgresSignals(options.ConnectionString!)),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };
}
