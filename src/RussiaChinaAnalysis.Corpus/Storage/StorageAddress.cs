using RussiaChinaAnalysis.Corpus.Storage.Postgres;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Tells a connection string from the path of a file.</summary>
public static class StorageAddress
{
    public static bool IsConnectionString(string text) => PostgresAddress.IsConnectionString(text);

    /// <returns>
    /// Null for what is meant as the address of a server and is no connection string: a file of that name would have the
    /// password in it.
    /// </returns>
    public static StorageProvider? ProviderOf(string text) =>
        IsConnectionString(text) ? StorageProvider.Postgres
        : text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) ? null
        : StorageProvider.Sqlite;
}
