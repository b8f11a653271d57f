using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>Settings that SQLite keeps per connection, and the journal that lets readers go on while one writes.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static SqlitePragmas Instance { get; } = new();

    /// <summary>Handles that are set up: the pool gives them out again and again.</summary>
    private static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> SetUp = [];

    // What the operating system keeps of the file is enough; memory of each connection would be memory times connections.
    // In WAL mode NORMAL loses no consistency: after a power cut the last transactions may be missing, whole.
    // Where somebody else is writing, SQLite looks again after a few milliseconds; left to the driver, only after 150.
    private const string Pragmas = """
        PRAGMA busy_timeout = 1000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -4000;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSetUp(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSetUp(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    /// <summary>Or can't be: EF Core looks whether the file exists without the right to write.</summary>
    private static bool IsSetUp(DbConnection connection) =>
        SetUp.TryGetValue(((SqliteConnection)connection).Handle!, out _)
        || SQLitePCL.raw.sqlite3_db_readonly(((SqliteConnection)connection).Handle, "main") == 1;

    private static void Remember(DbConnection connection) => SetUp.TryAdd(((SqliteConnection)connection).Handle!, SetUp);
}
