using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>
/// A copy of the file while people work on it, and the way back. The hash of the copy's bytes lies beside it, so that years
/// later, and by a later version of the program, it can be told whether it is still whole.
/// </summary>
internal static class SqliteBackup
{
    public static string HashFileOf(string path) => $"{path}.sha256";

    /// <summary>The corpus is copied in the form that it has: who is about to upgrade wants a copy from before.</summary>
    public static async Task<BackupResult> BackUpAsync(SqliteCorpusContext context, string path, CancellationToken cancellation)
    {
        if (!File.Exists(context.Database.GetDbConnection().DataSource))
            return new BackupResult.Refused($"{context.Database.GetDbConnection().DataSource} does not exist; there is no corpus to back up.");
        if (File.Exists(path))
            return new BackupResult.Refused($"{path} exists already; name a new file.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        CorpusDigest digest;
        await using (await context.BeginSnapshotAsync(cancellation))
        {
            digest = await DigestAsync(context, cancellation);
            await using var copy = new SqliteConnection(Connection(path));
            await copy.OpenAsync(cancellation);
            ((SqliteConnection)context.Database.GetDbConnection()).BackupDatabase(copy);
            // A file of its own, without a log beside it.
            await ScalarAsync(copy, "PRAGMA journal_mode = DELETE", cancellation);
        }

        var problem = await DamageAsync(path, path, cancellation) ?? await DifferenceAsync(path, path, digest.Hash, cancellation);
        if (problem is not null)
        {
            File.Delete(path);
            return new BackupResult.Refused(problem);
        }

        // As sha256sum writes it, and can check it.
        await File.WriteAllTextAsync(HashFileOf(path), $"{await HashAsync(path, cancellation)}  {Path.GetFileName(path)}\n", cancellation);
        return new BackupResult.Done(digest);
    }

    /// <summary>
    /// Nothing happens to the corpus that is there before a copy of the backup lies beside it, checked and in the form that
    /// this version of the program wants.
    /// </summary>
    /// <param name="replaces">Whether a corpus that is there is put aside, as <c>….before-restore</c>.</param>
    public static async Task<BackupResult> RestoreAsync(string path, string database, bool replaces, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return new BackupResult.Refused($"{path} does not exist; check the path.");
        if (!File.Exists(HashFileOf(path)))
            return new BackupResult.Refused($"{HashFileOf(path)} does not exist; it says what the backup must hold and belongs beside it.");
        if (File.Exists(database) && !replaces)
            return new BackupResult.Refused($"{database} exists already; add --replace to put it aside.");

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var arriving = $"{database}.arriving";
        try
        {
            Discard(arriving);
            File.Copy(path, arriving);
            if (await ProblemAsync(path, arriving, cancellation) is { } problem)
                return new BackupResult.Refused(problem);
            var digest = await RenewAsync(arriving, cancellation);
            if (File.Exists(database) && !await IsAloneAsync(database, cancellation))
                return new BackupResult.Refused($"{database} is in use; stop the site first.");
            Exchange(arriving, database);
            return new BackupResult.Done(digest);
        }
        finally
        {
            Discard(arriving);
        }
    }

    /// <summary>What is wrong with the copy of a backup; null when it is whole and holds what it should.</summary>
    private static async Task<string?> ProblemAsync(string path, string copy, CancellationToken cancellation)
    {
        var hash = (await File.ReadAllTextAsync(HashFileOf(path), cancellation)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Earlier versions of the program wrote the hash of the rows, alone.
        if (hash is [var rows])
            return await DamageAsync(path, copy, cancellation) ?? await DifferenceAsync(path, copy, rows, cancellation) ?? await NewerAsync(path, copy, cancellation);
        if (hash is not [var bytes, ..] || bytes != await HashAsync(copy, cancellation))
            return $"{path} does not hold what its hash says.";
        return await DamageAsync(path, copy, cancellation) ?? await NewerAsync(path, copy, cancellation);
    }

    private static async Task<string?> DamageAsync(string path, string copy, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(Connection(copy));
            await connection.OpenAsync(cancellation);
            return await ScalarAsync(connection, "PRAGMA integrity_check", cancellation) is "ok" ? null : $"{path} is damaged: SQLite's integrity check fails.";
        }
        catch (SqliteException failure)
        {
            return $"{path} can't be read as a corpus: {failure.Message}";
        }
    }

    private static async Task<string?> DifferenceAsync(string path, string copy, string hash, CancellationToken cancellation)
    {
        try
        {
            await using var context = new SqliteCorpusContext(Options(copy));
            return (await DigestAsync(context, cancellation)).Hash == hash ? null : $"{path} does not hold what its hash says.";
        }
        catch (SqliteException failure)
        {
            return $"{path} can't be read as a corpus: {failure.Message}";
        }
    }

    private static async Task<string?> NewerAsync(string path, string copy, CancellationToken cancellation)
    {
        await using var context = new SqliteCorpusContext(Options(copy));
        return (await context.Database.GetAppliedMigrationsAsync(cancellation)).Except(context.Database.GetMigrations()).Any()
            ? $"{path} was made by a later version of the program; restore it with that version."
            : null;
    }

    /// <summary>Of an earlier form too, in which tables or columns are missing.</summary>
    private static async Task<CorpusDigest> DigestAsync(SqliteCorpusContext context, CancellationToken cancellation)
    {
        var columns = await context.Database.SqlQuery<string>(
            $"SELECT tables.name || '.' || columns.name AS \"Value\" FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'")
            .ToHashSetAsync(cancellation);
        return await CorpusDigest.ReadAsync(context, column => columns.Contains($"{column.Table.Name}.{column.Name}"), cancellation);
    }

    private static async Task<CorpusDigest> RenewAsync(string copy, CancellationToken cancellation)
    {
        await using var context = new SqliteCorpusContext(Options(copy));
        await context.MigrateAsync(cancellation);
        var digest = await CorpusDigest.ReadAsync(context, cancellation);
        // What was written lies in the file before the file is moved.
        await context.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", cancellation);
        return digest;
    }

    private static void Exchange(string arriving, string database)
    {
        var aside = File.Exists(database) ? FreeName($"{database}.before-restore") : null;
        if (aside is not null)
            File.Move(database, aside);
        try
        {
            File.Move(arriving, database);
        }
        catch (IOException) when (aside is not null)
        {
            File.Move(aside, database);
            throw;
        }
    }

    /// <summary>What an earlier restore put aside may be the only copy of it.</summary>
    private static string FreeName(string path)
    {
        var free = path;
        for (var number = 2; File.Exists(free); number++)
            free = FormattableString.Invariant($"{path}-{number}");
        return free;
    }

    private static void Discard(string path)
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(path + ending);
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
        catch (SqliteException failure) when (SqliteFailure.IsBusy(failure))
        {
            return false;
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    private static DbContextOptions<SqliteCorpusContext> Options(string path) =>
        new DbContextOptionsBuilder<SqliteCorpusContext>().UseSqlite($"{Connection(path)};Foreign Keys=True").Options;

    private static string Connection(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancellation))?.ToString();
    }
}
