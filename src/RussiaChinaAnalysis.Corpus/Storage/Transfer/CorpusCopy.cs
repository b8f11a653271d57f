using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>Copies all of a corpus into an empty one, whatever database each is in: every row with its id, in one transaction.</summary>
public sealed class CorpusCopy(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>
    /// Copies, makes what is derived anew, and reads both corpora to compare them. People may go on reading and writing;
    /// what they write after the start is not copied.
    /// </summary>
    public async Task<CopyResult> RunAsync(StorageProvider provider, string target, CancellationToken cancellation)
    {
        await using var to = StorageProviders.Open(provider, target);
        await to.MigrateAsync(cancellation);
        await using var from = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await from.BeginSnapshotAsync(cancellation);
        foreach (var table in CorpusTables.Of(to))
        {
            if (await HasRowsAsync(to, table, cancellation))
                return new CopyResult.NotEmpty(table.Name);
        }

        await using var transaction = await to.Database.BeginTransactionAsync(cancellation);
        var targets = CorpusTables.Of(to).ToDictionary(table => table.Name, StringComparer.Ordinal);
        foreach (var table in CorpusTables.Of(from))
            await CopyAsync(from, to, table, targets[table.Name], cancellation);
        await to.ContinueKeysAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await to.RebuildDerivedAsync(cancellation);

        var (source, copy) = (await CorpusDigest.ReadAsync(from, cancellation), await CorpusDigest.ReadAsync(to, cancellation));
        var different = source.Tables.Except(copy.Tables).Select(table => table.Name).ToList();
        return different.Count == 0 ? new CopyResult.Copied(copy) : new CopyResult.Different(different);
    }

    private static async Task<bool> HasRowsAsync(CorpusContext context, ITable table, CancellationToken cancellation)
    {
        await using var command = Command(context, $"SELECT EXISTS (SELECT 1 FROM \"{table.Name}\")");
        await context.Database.OpenConnectionAsync(cancellation);
        return Convert.ToBoolean(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task CopyAsync(CorpusContext from, CorpusContext to, ITable source, ITable target, CancellationToken cancellation)
    {
        var rows = new TableRows(source);
        await using var insert = Command(to, Insert(target, rows));
        for (var place = 0; place < rows.Columns.Count; place++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"p{place}";
            insert.Parameters.Add(parameter);
        }

        var order = Order(source, rows);
        await foreach (var row in rows.ReadAsync(from, cancellation))
        {
            foreach (var ready in order.Next(row))
                await WriteAsync(insert, ready, cancellation);
        }
    }

    private static RowOrder<object?[]> Order(ITable table, TableRows rows)
    {
        var key = rows.PlaceOf((IColumn)table.PrimaryKey!.Columns[0]);
        return new(row => row[key]!,
        [
            .. table.ForeignKeyConstraints
                .Where(constraint => constraint.PrincipalTable == table && constraint.Columns.Count == 1)
                .Select(constraint => rows.PlaceOf(constraint.Columns[0]))
                .Select(place => (Func<object?[], object?>)(row => row[place])),
        ]);
    }

    private static string Insert(ITable target, TableRows rows) =>
        $"INSERT INTO \"{target.Name}\" ({TableRows.Names(rows.Columns)}) VALUES ({string.Join(", ", rows.Columns.Select((_, place) => $"@p{place}"))})";

    private static Task WriteAsync(DbCommand insert, object?[] row, CancellationToken cancellation)
    {
        for (var place = 0; place < row.Length; place++)
            insert.Parameters[place].Value = row[place] ?? DBNull.Value;
        return insert.ExecuteNonQueryAsync(cancellation);
    }

    private static DbCommand Command(CorpusContext context, string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}

public abstract record CopyResult
{
    private CopyResult() { }

    /// <summary>Both hold the same.</summary>
    public sealed record Copied(CorpusDigest Digest) : CopyResult;

    /// <summary>The target holds rows already; nothing was written to it.</summary>
    public sealed record NotEmpty(string Table) : CopyResult;

    /// <summary>The copy does not hold what the source holds. It must not be used.</summary>
    public sealed record Different(IReadOnlyList<string> Tables) : CopyResult;
}
