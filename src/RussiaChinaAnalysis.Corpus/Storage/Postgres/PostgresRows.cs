using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>
/// Stores new rows by one COPY for each table. EF Core sends a statement for each row, and after each the triggers run that
/// keep the search index, the counts and the stamps; after a COPY they run once.
/// </summary>
internal static class PostgresRows
{
    /// <summary>Within the context's transaction.</summary>
    /// <exception cref="DbUpdateException">PostgreSQL did not take one of them.</exception>
    public static async Task InsertAsync(PostgresCorpusContext context, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        if (context.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Rows are stored within a transaction.");
        try
        {
            foreach (var (type, news) in NewRows.Of(context.Model, rows))
            {
                await GiveKeysAsync(context, type, news, cancellation);
                foreach (var row in news)
                    row.Refer();
                await CopyAsync((NpgsqlConnection)context.Database.GetDbConnection(), type, news, cancellation);
            }
        }
        catch (PostgresException refusal)
        {
            throw new DbUpdateException(refusal.Message, refusal);
        }
    }

    /// <summary>Those that the table's sequence gives out, so that nobody else gets them.</summary>
    private static async Task GiveKeysAsync(
        PostgresCorpusContext context, IEntityType type, IReadOnlyList<NewRow> rows, CancellationToken cancellation)
    {
        if (NewRows.KeyOf(type) is not { } key)
            return;
        var (table, column) = ($"\"{type.GetTableName()}\"", key.GetColumnName());
        var keys = await context.Database.SqlQuery<long>(
            $"SELECT nextval(pg_get_serial_sequence({table}, {column})) AS \"Value\" FROM generate_series(1, {rows.Count})").ToListAsync(cancellation);
        keys.Sort();
        foreach (var (row, value) in rows.Zip(keys))
            key.PropertyInfo!.SetValue(row.Entity, Convert.ChangeType(value, key.ClrType, CultureInfo.InvariantCulture));
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, IEntityType type, IReadOnlyList<NewRow> rows, CancellationToken cancellation)
    {
        var columns = type.GetProperties().Select(property => (
            Name: $"\"{property.GetColumnName()}\"", Type: NpgsqlTypeOf(property), Value: NewRows.ValueOf(property))).ToList();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.Value(row.Entity) is { } value)
                    await copy.WriteAsync(value, column.Type, cancellation);
                else
                    await copy.WriteNullAsync(cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Without the greatest length, which is the table's concern.</summary>
    private static string NpgsqlTypeOf(IProperty property) => property.GetColumnType().Split('(')[0];
}
