using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

public sealed class StorageAddressTests
{
    [Theory]
    [InlineData("Host=127.0.0.1;Database=corpus", StorageProvider.Postgres)]
    [InlineData("Server=db;Database=corpus;Username=ada;Password=secret", StorageProvider.Postgres)]
    [InlineData("/srv/corpus.db", StorageProvider.Sqlite)]
    [InlineData("corpus.db", StorageProvider.Sqlite)]
    [InlineData("postgres://ada:secret@db/corpus", null)]
    [InlineData("Database=corpus;Password=secret", null)]
    [InlineData("Host=db;Port=many", null)]
    public void A_server_is_told_from_a_file(string text, StorageProvider? provider) =>
        Assert.Equal(provider, StorageAddress.ProviderOf(text));
}
