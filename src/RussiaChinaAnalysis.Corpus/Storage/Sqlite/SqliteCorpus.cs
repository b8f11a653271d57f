using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>How a SQLite corpus is opened, everywhere.</summary>
public static class SqliteCorpus
{
    public static DbContextOptions<SqliteCorpusContext> Options(string path)
    {
        var builder = new DbContextOptionsBuilder<SqliteCorpusContext>();
        Configure(builder, path);
        return builder.Options;
    }

    internal static void Configure(DbContextOptionsBuilder builder, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 };
        builder.UseSqlite(connection.ConnectionString).AddInterceptors(SqlitePragmas.Instance);
    }
}
