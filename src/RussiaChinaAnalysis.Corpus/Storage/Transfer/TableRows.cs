using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>Reads the rows of a table as both databases hold them, in the order of the key.</summary>
/// <param name="isThere">Whether the database has the column; null for all of them.</param>
internal sealed class TableRows(ITable table, Func<IColumn, bool>? isThere = null)
{
    private readonly List<IColumn> columns = [.. table.Columns.Where(isThere ?? (_ => true)).OrderBy(column => column.Name, StringComparer.Ordinal)];

    /// <summary>In an order that does not hang on the database.</summary>
    public IReadOnlyList<IColumn> Columns => columns;

    public int PlaceOf(IColumn column) => columns.IndexOf(column);

    /// <summary>Each row in an array of its own; null for no value.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(CorpusContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var key = table.PrimaryKey ?? throw new InvalidOperationException($"{table.Name} has no key.");
        await context.Database.OpenConnectionAsync(cancellation);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT {Names(Columns)} FROM \"{table.Name}\" ORDER BY {Names(key.Columns)}";
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        var read = Columns.Select(column => Reader(CorpusTables.TypeOf(column))).ToArray();
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object?[read.Length];
            for (var place = 0; place < read.Length; place++)
                row[place] = await reader.IsDBNullAsync(place, cancellation) ? null : read[place](reader, place);
            yield return row;
        }
    }

    public static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private static Func<DbDataReader, int, object> Reader(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => (reader, place) => reader.GetBoolean(place),
        TypeCode.Int16 => (reader, place) => reader.GetInt16(place),
        TypeCode.Int32 => (reader, place) => reader.GetInt32(place),
        TypeCode.Int64 => (reader, place) => reader.GetInt64(place),
        TypeCode.Double => (reader, place) => reader.GetDouble(place),
        TypeCode.String => (reader, place) => reader.GetString(place),
        TypeCode.DateTime => (reader, place) => DateTime.SpecifyKind(reader.GetDateTime(place), DateTimeKind.Utc),
        _ when type == typeof(Guid) => (reader, place) => reader.GetGuid(place),
        _ when type == typeof(byte[]) => (reader, place) => reader.GetFieldValue<byte[]>(place),
        _ when type == typeof(DateTimeOffset) => (reader, place) => reader.GetFieldValue<DateTimeOffset>(place).ToUniversalTime(),
        _ => throw new NotSupportedException($"A column of type {type.Name} is not copied yet; say here how it is read."),
    };
}
