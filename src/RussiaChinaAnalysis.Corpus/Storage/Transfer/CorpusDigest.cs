using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>What a corpus holds, in a form that is the same in every database: the rows of each table and their hash.</summary>
public sealed record CorpusDigest(ImmutableArray<TableDigest> Tables)
{
    /// <summary>SHA-256 over all tables, lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Tables.Select(table => $"{table.Name} {table.Rows.ToString(CultureInfo.InvariantCulture)} {table.Hash}")))));

    /// <summary>Reads everything. Within a transaction it is the digest of one moment.</summary>
    internal static Task<CorpusDigest> ReadAsync(CorpusContext context, CancellationToken cancellation) =>
        ReadAsync(context, isThere: null, cancellation);

    /// <summary>The same of a database that an earlier version of the program made, as that version would have said it.</summary>
    /// <param name="isThere">Whether the database has the column; null for all of them.</param>
    internal static async Task<CorpusDigest> ReadAsync(CorpusContext context, Func<IColumn, bool>? isThere, CancellationToken cancellation)
    {
        var digests = ImmutableArray.CreateBuilder<TableDigest>();
        foreach (var table in CorpusTables.Of(context))
        {
            var rows = new TableRows(table, isThere);
            if (rows.Columns.Count == 0)
                continue;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long count = 0;
            await foreach (var row in rows.ReadAsync(context, cancellation))
            {
                count++;
                foreach (var value in row)
                    Append(hash, value);
            }

            digests.Add(new(table.Name, count, Convert.ToHexStringLower(hash.GetHashAndReset())));
        }

        // Another database refers to its tables in another order.
        return new([.. digests.OrderBy(table => table.Name, StringComparer.Ordinal)]);
    }

    private static void Append(IncrementalHash hash, object? value)
    {
        if (value is null)
        {
            hash.AppendData([0]);
            return;
        }

        var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(value switch
        {
            DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
            DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        });
        // The length keeps what belongs to one value apart from the next.
        hash.AppendData([1]);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}

/// <param name="Hash">SHA-256 over all rows in the order of their keys, lower-case hexadecimal.</param>
public sealed record TableDigest(string Name, long Rows, string Hash);
