using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>
/// A copy of the file while people work on it, and the way back. The hash of what the copy holds lies beside it, so that
/// years later it can be told whether it is still whole.
/// </summary>
internal static class SqliteBackup
{
    public static string HashFileOf(string path) => $"{path}.sha256";

    public static async Task<BackupResult> BackUpAsync(SqliteCorpusContext context, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            return new BackupResult.Refused($"{path} exists already; name a new file.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        CorpusDigest digest;
        await using (await context.BeginSnapshotAsync(cancellation))
        {
            digest = await CorpusDigest.ReadAsync(context, cancellation);
            await using var copy = new SqliteConnection(Connection(path));
            await copy.OpenAsync(cancellation);
            ((SqliteConnection)context.Database.GetDbConnection()).BackupDatabase(copy);
            // A file of its own, without a log beside it.
            await ScalarAsync(copy, "PRAGMA journal_mode = DELETE", cancellation);
        }

        if (await ProblemAsync(path, digest.Hash, cancellation) is { } problem)
        {
            File.Delete(path);
            return new BackupResult.Refused(problem);
        }

        await File.WriteAllTextAsync(HashFileOf(path), digest.Hash + Environment.NewLine, cancellation);
        return new BackupResult.Done(digest);
    }

    /// <param name="replaces">Whether a corpus that is there is put aside, as <c>….before-restore</c>.</param>
    public static async Task<BackupResult> RestoreAsync(string path, string database, bool replaces, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return new BackupResult.Refused($"{path} does not exist; check the path.");
        if (!File.Exists(HashFileOf(path)))
            return new BackupResult.Refused($"{HashFileOf(path)} does not exist; it says what the backup must hold and belongs beside it.");
        var hash = (await File.ReadAllTextAsync(HashFileOf(path), cancellation)).Trim();
        if (await ProblemAsync(path, hash, cancellation) is { } problem)
            return new BackupResult.Refused(problem);

        if (File.Exists(database))
        {
            if (!replaces)
                return new BackupResult.Refused($"{database} exists already; add --replace to put it aside.");
            if (!await IsAloneAsync(database, cancellation))
                return new BackupResult.Refused($"{database} is in use; stop the site first.");
            File.Move(database, $"{database}.before-restore", overwrite: true);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var arriving = $"{database}.arriving";
        File.Copy(path, arriving, overwrite: true);
        File.Move(arriving, database);
        await using var context = new SqliteCorpusContext(SqliteCorpus.Options(database));
        await context.MigrateAsync(cancellation);
        return new BackupResult.Done(await CorpusDigest.ReadAsync(context, cancellation));
    }

    /// <summary>What is wrong with the copy; null when it is whole and holds what it should.</summary>
    private static async Task<string?> ProblemAsync(string path, string hash, CancellationToken cancellation)
    {
        try
        {
            await using (var connection = new SqliteConnection(Connection(path)))
            {
                await connection.OpenAsync(cancellation);
                if (await ScalarAsync(connection, "PRAGMA integrity_check", cancellation) is not "ok")
                    return $"{path} is damaged: SQLite's integrity check fails.";
            }

            await using var context = new SqliteCorpusContext(
                new DbContextOptionsBuilder<SqliteCorpusContext>().UseSqlite(Connection(path)).Options);
            return (await CorpusDigest.ReadAsync(context, cancellation)).Hash == hash ? null : $"{path} does not hold what its hash says.";
        }
        catch (SqliteException failure)
        {
            return $"{path} can't be read as a corpus: {failure.Message}";
        }
    }

    /// <summary>Only who is alone can change the journal; it also brings what is in the log into the file.</summary>
    private static async Task<bool> IsAloneAsync(string database, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection($"{Connection(database)};Default Timeout=1");
            await connection.OpenAsync(cancellation);
            return await ScalarAsync(connection, "PRAGMA journal_mode = DELETE", cancellation) is "delete";
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }

    private static string Connection(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancellation))?.ToString();
    }
}
