using System.Data.Common;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>What keeps the corpus.</summary>
/// <param name="ConnectionString">Where the PostgreSQL database is; null with SQLite, which lies in the data folder.</param>
internal sealed record StorageSettings(StorageProvider Provider, string? ConnectionString)
{
    private const string ProviderKey = "Storage:Provider";
    private const string ConnectionKey = "Storage:ConnectionString";

    public static StorageSettings Read(SettingsReader reader)
    {
        var provider = reader.Choice(ProviderKey, StorageProvider.Sqlite);
        var connection = reader.Text(ConnectionKey);
        // What it says is never repeated: it may hold a password.
        if (provider == StorageProvider.Postgres && connection is null)
            reader.Reject(ConnectionKey, "is missing; PostgreSQL needs one, such as Host=127.0.0.1;Database=corpus;Username=corpus");
        else if (provider == StorageProvider.Sqlite && connection is not null)
            reader.Reject(ConnectionKey, $"is not used with SQLite; set {ProviderKey} to Postgres, or leave it out");
        else if (connection is not null && !IsConnectionString(connection))
            reader.Reject(ConnectionKey, "is no connection string such as Host=127.0.0.1;Database=corpus;Username=corpus");
        return new StorageSettings(provider, connection);
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
