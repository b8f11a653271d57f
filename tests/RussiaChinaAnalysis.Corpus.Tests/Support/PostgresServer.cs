using System.Diagnostics;
using Npgsql;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>A private cluster: the one in which the tests were started, otherwise one of this process.</summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Address = new(FindOrStartAsync);

    /// <summary>A migrated database to copy, because copying is quicker than migrating.</summary>
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private static int made;

    /// <summary>Ends when its standard input closes, which it does with this process.</summary>
    private static Process? cluster;

    /// <summary>What the tests keep their corpora in, unless they are about one database.</summary>
    public static StorageProvider Chosen { get; } =
        Environment.GetEnvironmentVariable("TEST_STORAGE") is { Length: > 0 } name ? Enum.Parse<StorageProvider>(name) : StorageProvider.Sqlite;

    /// <summary>Makes an empty corpus and says how to connect to it.</summary>
    public static async Task<string> CreateAsync()
    {
        var name = NewName();
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        return await ToAsync(name);
    }

    /// <summary>
    /// Copies a database as it is and lets nobody write to the copy: to its readers, a replica that has fallen behind.
    /// What somebody is connected to can't be copied, so whoever uses it is cut off for that moment.
    /// </summary>
    public static async Task<string> CopyReadOnlyAsync(string connectionString)
    {
        var name = NewName();
        await using var original = new NpgsqlConnection(connectionString);
        await CutOffAsync(connectionString);
        // The connections in the pool are ended too, but would each be handed out once more before anybody noticed.
        NpgsqlConnection.ClearPool(original);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {original.Database}");
        await EndOutageAsync(connectionString);
        await ExecuteAsync($"ALTER DATABASE {name} SET default_transaction_read_only = on");
        return await ToAsync(name);
    }

    /// <summary>How to connect to a database that does not exist yet.</summary>
    public static Task<string> NameAsync() => ToAsync(NewName());

    public static async Task DropAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
    }

    /// <summary>Ends all connections to a database and lets nobody connect, as an outage does.</summary>
    public static async Task CutOffAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    public static Task EndOutageAsync(string connectionString) =>
        ExecuteAsync($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} ALLOW_CONNECTIONS true");

    private static string NewName() => $"corpus_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";

    private static async Task<string> ToAsync(string database) => $"{await Address.Value};Database={database};Maximum Pool Size=20";

    private static async Task<string> MakeTemplateAsync()
    {
        var name = NewName();
        await using var context = new PostgresCorpusContext(PostgresCorpus.Options($"{await ToAsync(name)};Pooling=false"));
        await context.MigrateAsync(CancellationToken.None);
        return name;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{await ToAsync("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } address)
            return address;
        cluster = Process.Start(new ProcessStartInfo(
            Path.Combine(RepositoryFiles.Root, "tests", "postgres"), ["sh", "-c", "echo \"$TEST_POSTGRES\"; read -r _"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await cluster.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("tests/postgres could not start a cluster; it says why above.");
    }
}
