using System.Data.Common;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>What is done in one way with a file and in another with a server.</summary>
internal static class StorageProviders
{
    /// <summary>A context of its own for a database other than the configured one.</summary>
    /// <param name="place">The path of a file, or a connection string.</param>
    public static CorpusContext Open(StorageProvider provider, string place) => provider switch
    {
        StorageProvider.Sqlite => new SqliteCorpusContext(SqliteCorpus.Options(place)),
        StorageProvider.Postgres => new PostgresCorpusContext(PostgresCorpus.Options(place)),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    /// <summary>Whether a file did not take a statement because somebody else is writing to it.</summary>
    public static bool IsBusy(DbException failure) => SqliteFailure.IsBusy(failure);

    /// <summary>Null where the corpus lies in no file.</summary>
    public static async Task<BackupResult?> BackUpAsync(CorpusContext context, string path, CancellationToken cancellation) =>
        context is SqliteCorpusContext file ? await SqliteBackup.BackUpAsync(file, path, cancellation) : null;

    public static Task<BackupResult> RestoreAsync(string path, string database, bool replaces, CancellationToken cancellation) =>
        SqliteBackup.RestoreAsync(path, database, replaces, cancellation);
}
