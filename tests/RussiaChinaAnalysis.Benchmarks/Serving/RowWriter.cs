using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Writes entities as EF Core would, without looking for changes: a million rows take a minute, not ten.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand insert;
    private readonly List<(string Name, Func<object, object?> Value)> columns = [];

    public RowWriter(CorpusContext context, SqliteConnection connection, Type entity)
    {
        var type = context.Model.FindEntityType(entity)!;
        foreach (var property in type.GetProperties())
        {
            var converter = property.GetTypeMapping().Converter;
            var getter = property.GetGetter();
            columns.Add((property.GetColumnName(), row => getter.GetClrValue(row) is { } value && converter is not null ? converter.ConvertToProvider(value) : getter.GetClrValue(row)));
        }

        insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, place) => $"@p{place}"))})";
        for (var place = 0; place < columns.Count; place++)
            insert.Parameters.Add(new SqliteParameter($"@p{place}", DBNull.Value));
    }

    /// <param name="keys">Values of columns that only the database or its relations would give.</param>
    public void Write(object row, params ReadOnlySpan<(string Column, int Value)> keys)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            var (name, value) = columns[place];
            object? written = null;
            foreach (var key in keys)
                written = key.Column == name ? key.Value : written;
            insert.Parameters[place].Value = written ?? value(row) ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    public void Dispose() => insert.Dispose();
}
