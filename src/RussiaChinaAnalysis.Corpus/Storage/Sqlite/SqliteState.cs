using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>
/// SQLite tells each connection when another one, of whatever process, has committed something. So one connection is kept
/// that does nothing but ask; its count means something to itself only.
/// </summary>
internal sealed class SqliteState(string path) : DatabaseState, IDisposable
{
    private readonly Lock asking = new();
    private readonly string connectionId = Guid.NewGuid().ToString("N");
    private SqliteConnection? connection;
    private SqliteCommand? version;

    public override ValueTask<string> ReadAsync(CancellationToken cancellation)
    {
        lock (asking)
        {
            version ??= Open();
            return new($"{connectionId}-{Convert.ToString(version.ExecuteScalar(), CultureInfo.InvariantCulture)}");
        }
    }

    public void Dispose()
    {
        version?.Dispose();
        connection?.Dispose();
    }

    private SqliteCommand Open()
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 };
        connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return command;
    }
}
