using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>Inserts rows of one kind within one transaction. What the database would give them, their keys, they are given here.</summary>
internal sealed class SqliteTable : IDisposable
{
    private readonly List<Func<object, object?>> values;
    private readonly SqliteCommand insert;
    private readonly IProperty? key;
    private long lastKey;

    public SqliteTable(IEntityType type, SqliteConnection connection, SqliteTransaction transaction)
    {
        var properties = type.GetProperties().ToList();
        values = [.. properties.Select(NewRows.ValueOf)];
        insert = new SqliteCommand(Statement(type, properties), connection, transaction);
        for (var place = 0; place < properties.Count; place++)
            insert.Parameters.Add(new SqliteParameter($"@p{place}", DBNull.Value));
        key = NewRows.KeyOf(type);
        if (key is not null)
            lastKey = LastKey(type, connection, transaction);
    }

    public void Insert(object row)
    {
        key?.PropertyInfo!.SetValue(row, Convert.ChangeType(++lastKey, key.ClrType, CultureInfo.InvariantCulture));
        for (var place = 0; place < values.Count; place++)
            insert.Parameters[place].Value = values[place](row) ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();

    private static string Statement(IEntityType type, IReadOnlyList<IProperty> properties) =>
        $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) "
        + $"VALUES ({string.Join(", ", properties.Select((_, place) => $"@p{place}"))})";

    /// <summary>The transaction lets nobody else store rows, so the keys after the last are free.</summary>
    private static long LastKey(IEntityType type, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = new SqliteCommand("SELECT seq FROM sqlite_sequence WHERE name = @table", connection, transaction);
        command.Parameters.AddWithValue("@table", type.GetTableName());
        return command.ExecuteScalar() is long last ? last : 0;
    }
}
