using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>How a PostgreSQL corpus is opened, everywhere.</summary>
public static class PostgresCorpus
{
    public static DbContextOptions<PostgresCorpusContext> Options(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<PostgresCorpusContext>();
        Configure(builder, connectionString);
        return builder.Options;
    }

    internal static void Configure(DbContextOptionsBuilder builder, string connectionString) => builder.UseNpgsql(connectionString);
}
