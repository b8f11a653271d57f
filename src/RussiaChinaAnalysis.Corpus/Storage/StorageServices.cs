using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

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

    /// <summary>A context of its own for a database other than the configured one.</summary>
    /// <param name="place">The path of a file, or a connection string.</param>
    public static CorpusContext Open(StorageProvider provider, string place) => provider switch
    {
        StorageProvider.Sqlite => new SqliteCorpusContext(SqliteCorpus.Options(place)),
        StorageProvider.Postgres => new PostgresCorpusContext(PostgresCorpus.Options(place)),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    /// <summary>Whether a file did not take a statement because somebody else is writing to it.</summary>
    public static bool IsBusy(DbException failure) => SqliteFailure.IsBusy(failure);

    /// <summary>Null where the corpus lies in no file.</summary>
    public static async Task<BackupResult?> BackUpAsync(CorpusContext context, string path, CancellationToken cancellation) =>
        context is SqliteCorpusContext file ? await SqliteBackup.BackUpAsync(file, path, cancellation) : null;

    public static Task<BackupResult> RestoreAsync(string path, string database, bool replaces, CancellationToken cancellation) =>
        SqliteBackup.RestoreAsync(path, database, replaces, cancellation);
}
