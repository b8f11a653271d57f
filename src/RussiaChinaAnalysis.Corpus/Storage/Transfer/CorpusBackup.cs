using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>Backs a corpus up and brings it back, where it lies in a file; a server has better means of its own.</summary>
public sealed class CorpusBackup(CorpusOptions options, IDbContextFactory<CorpusContext> contexts)
{
    private const string ForServers = "This corpus lies in PostgreSQL: use pg_dump --format=custom and pg_restore, or the server's continuous archiving.";

    /// <summary>People may go on working; the copy is of one moment.</summary>
    public async Task<BackupResult> BackUpAsync(string path, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await StorageProviders.BackUpAsync(context, path, cancellation) ?? new BackupResult.Refused(ForServers);
    }

    /// <param name="replaces">Whether a corpus that is there is put aside.</param>
    public async Task<BackupResult> RestoreAsync(string path, bool replaces, CancellationToken cancellation) =>
        options.Provider == StorageProvider.Postgres
            ? new BackupResult.Refused(ForServers)
            : await StorageProviders.RestoreAsync(path, options.DatabasePath, replaces, cancellation);
}

public abstract record BackupResult
{
    private BackupResult() { }

    public sealed record Done(CorpusDigest Digest) : BackupResult;

    /// <param name="Message">One sentence that says what is wrong and how to mend it.</param>
    public sealed record Refused(string Message) : BackupResult;
}
