using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>What keeps the corpus.</summary>
/// <param name="ReadConnectionString">A replica of the PostgreSQL database that lists and searches read; null for none.</param>
/// <param name="ConnectionString">Where the PostgreSQL database is; null with SQLite, which lies in the data folder.</param>
internal sealed record StorageSettings(StorageProvider Provider, string? ConnectionString, string? ReadConnectionString)
{
    private const string ProviderKey = "Storage:Provider";
    private const string ConnectionKey = "Storage:ConnectionString";

    public static StorageSettings Read(SettingsReader reader)
    {
        var provider = reader.Choice(ProviderKey, StorageProvider.Sqlite);
        var connection = Connection(reader, ConnectionKey, provider);
        if (provider == StorageProvider.Postgres && connection is null)
            reader.Reject(ConnectionKey, "is missing; PostgreSQL needs one, such as Host=127.0.0.1;Database=corpus;Username=corpus");
        return new StorageSettings(provider, connection, Connection(reader, "Storage:ReadConnectionString", provider));
    }

    /// <summary>What it says is never repeated: it may hold a password.</summary>
    private static string? Connection(SettingsReader reader, string key, StorageProvider provider)
    {
        var connection = reader.Text(key);
        if (connection is null)
            return null;
        if (provider != StorageProvider.Postgres)
            reader.Reject(key, $"is not used with SQLite; set {ProviderKey} to Postgres, or leave it out");
        else if (!StorageAddress.IsConnectionString(connection))
            reader.Reject(key, "is no connection string such as Host=127.0.0.1;Database=corpus;Username=corpus");
        return connection;
    }
}
