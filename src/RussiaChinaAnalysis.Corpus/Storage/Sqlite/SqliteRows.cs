using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>
/// Stores new rows by one prepared statement for each table. EF Core has SQLite prepare a statement for each row, which
/// takes several times as long.
/// </summary>
internal static class SqliteRows
{
    /// <summary>Within the context's transaction.</summary>
    /// <exception cref="DbUpdateException">SQLite did not take one of them.</exception>
    public static void Insert(SqliteCorpusContext context, IReadOnlyList<object> rows)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var transaction = (SqliteTransaction)(context.Database.CurrentTransaction
            ?? throw new InvalidOperationException("Rows are stored within a transaction.")).GetDbTransaction();
        try
        {
            foreach (var (type, news) in NewRows.Of(context.Model, rows))
            {
                using var table = new SqliteTable(type, connection, transaction);
                foreach (var row in news)
                {
                    row.Refer();
                    table.Insert(row.Entity);
                }
            }
        }
        catch (SqliteException refusal)
        {
            throw new DbUpdateException(refusal.Message, refusal);
        }
    }
}
