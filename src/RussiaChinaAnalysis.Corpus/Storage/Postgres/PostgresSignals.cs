using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>The server tells each change when it is committed.</summary>
internal sealed class PostgresSignals(string connectionString) : ChangeSignals
{
    /// <summary>Keys are given out before a change becomes visible.</summary>
    public override int OutOfOrder => 100;

    public override async IAsyncEnumerable<IReadOnlyList<long>> HearAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // A connection of its own, which notices within half a minute that the other end is gone.
        var address = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        var heard = new Queue<long>();
        connection.Notification += (_, notification) =>
        {
            if (long.TryParse(notification.Payload, CultureInfo.InvariantCulture, out var change))
                heard.Enqueue(change);
        };
        await connection.OpenAsync(cancellation);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"LISTEN {PostgresCorpusContext.Channel}";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        yield return [];
        while (true)
        {
            await connection.WaitAsync(cancellation);
            var changes = heard.ToList();
            heard.Clear();
            // Other channels' messages end the waiting as well.
            if (changes.Count > 0)
                yield return changes;
        }
    }
}
