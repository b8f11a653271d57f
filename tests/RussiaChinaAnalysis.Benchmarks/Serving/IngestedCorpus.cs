using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Where the essays go: a new file, or a new database of the PostgreSQL cluster that <c>tests/postgres</c> has started.</summary>
internal sealed class IngestedCorpus
{
    private readonly Func<DbConnection> connect;

    private IngestedCorpus(IReadOnlyList<string> settings, Func<DbConnection> connect)
    {
        Settings = settings;
        this.connect = connect;
    }

    /// <summary>What the program has to be told to use it.</summary>
    public IReadOnlyList<string> Settings { get; }

    public static IngestedCorpus InFile(string data)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "corpus.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        return new([], () => new SqliteConnection(file.ConnectionString));
    }

    public static IngestedCorpus OnServer()
    {
        var cluster = Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException("Start this by tests/postgres, which makes a cluster.");
        var address = new NpgsqlConnectionStringBuilder(cluster) { Database = $"ingest_{Guid.NewGuid():N}" }.ConnectionString;
        return new(["--Storage:Provider=Postgres", $"--Storage:ConnectionString={address}"], () => new NpgsqlConnection(address));
    }

    /// <summary>How many passages it holds, as nobody has removed any.</summary>
    public long Count()
    {
        using var connection = connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(\"Id\"), 0) FROM \"Passages\"";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
