using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

/// <summary>A word that is nearly everywhere is counted exactly, but what holds it is not ranked.</summary>
public sealed class UnrankedSearchTests : IAsyncLifetime
{
    private const int Passages = RankedHits.Most + 40;

    private TestCorpus corpus = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        corpus = await TestCorpus.StartAsync();
        await using var context = corpus.Open();
        var document = new Document { Title = "A long one", Source = "long.md", CurrentVersion = 1, ImportedAt = DateTime.UnixEpoch };
        var version = new DocumentVersion
        {
            Document = document,
            Number = 1,
            ContentHash = new string('0', 64),
            MediaType = "text/plain",
            Words = Passages,
            ImportedAt = DateTime.UnixEpoch,
            Text = new DocumentText { Text = "Everywhere", Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, 10))] },
            Original = new OriginalFile { Content = [1] },
        };
        context.AddRange(Enumerable.Range(1, Passages).Select(number => new Passage
        {
            Document = document,
            Version = version,
            Ordinal = number,
            Start = 0,
            End = 10,
            Quote = number <= 30 ? "Everywhere and here" : number % 2 == 0 ? "Everywhere" : "Everywhere, everywhere",
            Prefix = string.Empty,
            Suffix = string.Empty,
        }));
        await context.SaveChangesAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => corpus.DisposeAsync();

    [Fact]
    public async Task What_is_everywhere_stands_in_the_order_of_documents_and_says_so()
    {
        var first = await ListAsync("everywhere");
        var second = await ListAsync("everywhere", first.Next);

        Assert.Equal(Passages, first.Total);
        Assert.Equal(Enumerable.Range(1, 25), first.Rows.Select(row => row.Ordinal));
        Assert.Equal(Enumerable.Range(26, 25), second.Rows.Select(row => row.Ordinal));
        Assert.All(first.Rows, row => Assert.NotEmpty(row.Hits));
        Assert.Contains("30,000", Assert.Single(first.Problems), StringComparison.Ordinal);
        Assert.Equal(Passages, first.Facets.Single(facet => facet.Facet == Facet.Document).Values.Single().Count);
    }

    [Fact]
    public async Task Another_word_makes_it_few_enough_to_rank()
    {
        var page = await ListAsync("everywhere here");

        Assert.Equal(30, page.Total);
        Assert.Empty(page.Problems);
    }

    private Task<PassagePage> ListAsync(string search, string? after = null) => corpus.Passages.ListAsync(
        new PassageQuery(new PassageFilter { Search = search }, PassageSort.Relevance, After: after), Cancellation);
}
