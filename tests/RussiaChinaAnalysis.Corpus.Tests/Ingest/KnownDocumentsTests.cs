using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Ingest;

public sealed class KnownDocumentsTests
{
    private const string Late = "The harbour tram should carry the commuters of both shores, because rails last a century.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task A_text_that_becomes_visible_after_later_ones_is_found(StorageProvider provider)
    {
        await using var corpus = await TestCorpus.StartAsync(provider);
        var known = corpus.Get<KnownDocuments>();
        await using var context = corpus.Open();
        var key = (int)await context.ReserveKeyAsync(context.Model.FindEntityType(typeof(DocumentVersion))!, Cancellation);
        await corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("early.txt", Encoding.UTF8.GetBytes("Nurses need buses that run through the whole night.")), corrections: null, Cancellation);
        Assert.Null((await known.FindAsync("another.txt", Late, Cancellation)).Similar);

        var late = VersionOf(Late);
        context.Entry(late).Property(version => version.Id).CurrentValue = key;
        context.Add(late);
        await context.SaveChangesAsync(Cancellation);

        Assert.True(await context.DocumentVersions.AnyAsync(version => version.Id > late.Id, Cancellation));
        Assert.Equal(late.DocumentId, (await known.FindAsync("another.txt", Late, Cancellation)).Similar?.DocumentId);
    }

    private static DocumentVersion VersionOf(string text) => new()
    {
        Document = new() { Title = "Late", Source = "late.txt", CurrentVersion = 1, ImportedAt = DateTime.UtcNow },
        Number = 1,
        ContentHash = "late",
        MediaType = "text/plain",
        Words = 15,
        ImportedAt = DateTime.UtcNow,
        Text = new() { Text = text, Blocks = [] },
        Original = new() { Content = Encoding.UTF8.GetBytes(text) },
        Sketch = new() { Values = TextSketch.Of(text).ToBytes() },
    };
}
