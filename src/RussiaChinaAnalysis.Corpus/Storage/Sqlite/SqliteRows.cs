using System.Collections;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>
/// Stores new rows by one prepared statement for each table. EF Core has SQLite prepare a statement for each row, which
/// takes several times as long. Tables, columns and values are those of the model.
/// </summary>
internal sealed class SqliteRows(SqliteCorpusContext context) : IDisposable
{
    private readonly Dictionary<Type, SqliteTable> tables = [];

    /// <summary>Within the context's transaction.</summary>
    /// <exception cref="DbUpdateException">SQLite did not take one of them.</exception>
    public void Insert(IReadOnlyList<object> rows)
    {
        try
        {
            foreach (var row in rows)
                Insert(row);
        }
        catch (SqliteException refusal)
        {
            throw new DbUpdateException(refusal.Message, refusal);
        }
    }

    public void Dispose()
    {
        foreach (var table in tables.Values)
            table.Dispose();
    }

    /// <summary>Before it comes what it refers to, after it what is a part of it.</summary>
    private void Insert(object row)
    {
        var table = TableOf(row.GetType());
        if (table.HasKey(row))
            return;
        foreach (var navigation in table.Principals)
        {
            if (navigation.GetGetter().GetClrValue(row) is not { } principal)
                continue;
            Insert(principal);
            Refer(row, navigation.ForeignKey, principal);
        }

        table.Insert(row);
        foreach (var navigation in table.Parts)
        {
            foreach (var part in PartsOf(row, navigation))
            {
                Refer(part, navigation.ForeignKey, row);
                Insert(part);
            }
        }
    }

    private static IEnumerable<object> PartsOf(object row, INavigation navigation) => navigation.GetGetter().GetClrValue(row) switch
    {
        null => [],
        IEnumerable parts when navigation.IsCollection => parts.Cast<object>(),
        var part => [part],
    };

    private static void Refer(object row, IForeignKey key, object principal)
    {
        foreach (var (property, referred) in key.Properties.Zip(key.PrincipalKey.Properties))
            property.PropertyInfo!.SetValue(row, referred.GetGetter().GetClrValue(principal));
    }

    private SqliteTable TableOf(Type type)
    {
        if (!tables.TryGetValue(type, out var table))
            tables.Add(type, table = new SqliteTable(context.Model.FindEntityType(type)!, Connection, Transaction));
        return table;
    }

    private SqliteConnection Connection => (SqliteConnection)context.Database.GetDbConnection();

    private SqliteTransaction Transaction => (SqliteTransaction)(context.Database.CurrentTransaction
        ?? throw new InvalidOperationException("Rows are stored within a transaction.")).GetDbTransaction();
}
