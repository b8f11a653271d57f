using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;

namespace RussiaChinaAnalysis.Corpus.Storage;

internal static class StorageServices
{
    /// <summary>Registers the contexts of the database that the options name.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, CorpusOptions options) => options.Provider switch
    {
        StorageProvider.Sqlite => services
            .AddPooledDbContextFactory<SqliteCorpusContext>(builder => SqliteCorpus.Configure(builder, options.DatabasePath))
            .AddSingleton<IDbContextFactory<CorpusContext>, SqliteCorpusFactory>(),
        StorageProvider.Postgres => services
            .AddPooledDbContextFactory<PostgresCorpusContext>(builder => PostgresCorpus.Configure(builder, options.ConnectionString!))
            .AddSingleton<IDbContextFactory<CorpusContext>, PostgresCorpusFactory>(),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };
}
