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
        values = [.. properties.Select(ValueOf)];
        Principals = [.. type.GetNavigations().Where(navigation => navigation.IsOnDependent)];
        Parts = [.. type.GetNavigations().Where(navigation => !navigation.IsOnDependent)];
        insert = new SqliteCommand(Statement(type, properties), connection, transaction);
        for (var place = 0; place < properties.Count; place++)
            insert.Parameters.Add(new SqliteParameter($"@p{place}", DBNull.Value));
        if (type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } only] && !only.IsForeignKey())
        {
            key = only;
            lastKey = LastKey(type, connection, transaction);
        }
    }

    /// <summary>Where a row leads to what it refers to.</summary>
    public IReadOnlyList<INavigation> Principals { get; }

    /// <summary>Where a row leads to what refers to it.</summary>
    public IReadOnlyList<INavigation> Parts { get; }

    /// <summary>Whether the row was stored before. Rows without a key of their own are not asked twice.</summary>
    public bool HasKey(object row) => key is not null && !key.GetGetter().HasSentinelValue(row);

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

    /// <summary>As the column keeps it; null for no value.</summary>
    private static Func<object, object?> ValueOf(IProperty property)
    {
        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter is { } converter
            ? row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null
            : getter.GetClrValue;
    }

    /// <summary>The transaction lets nobody else store rows, so the keys after the last are free.</summary>
    private static long LastKey(IEntityType type, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = new SqliteCommand("SELECT seq FROM sqlite_sequence WHERE name = @table", connection, transaction);
        command.Parameters.AddWithValue("@table", type.GetTableName());
        return command.ExecuteScalar() is long last ? last : 0;
    }
}
