using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text.Words;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

/// <summary>How many passages hold a word, by which rare words weigh more.</summary>
public sealed class TermFrequencyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_counted_by_the_passages_that_hold_them()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        await corpus.IngestAsync("bus.md", TownEssays.Bus);

        await using var context = corpus.Open();
        var passages = await context.Passages.Where(passage => passage.Role != Arguments.Extraction.Role.Context).ToListAsync(Cancellation);
        var counts = await context.TermFrequencies.ToDictionaryAsync(term => term.Key, term => term.Passages, Cancellation);

        Assert.Equal(passages.Count, counts[TermFrequency.AllPassages]);
        Assert.Equal(passages.Count(passage => passage.Quote.Contains("harbour", StringComparison.Ordinal)), counts[WordForm.Key("harbour")]);
    }

    [Fact]
    public async Task The_words_of_a_version_are_counted_no_more_when_the_next_has_come()
    {
        const string revised = "Diesel is cheap this year. In 2020 the harbour tram carried 25 percent of the town’s commuters. Buses can go everywhere at night.";
        await using var straight = await TestCorpus.StartAsync();
        await straight.IngestAsync("tram.md", TownEssays.Tram);
        await straight.IngestAsync("bus.md", revised);
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        await corpus.IngestAsync("bus.md", TownEssays.Bus);

        foreach (var text in new[] { "Diesel is cheap this year. Nobody likes the harbour tram. Buses can go everywhere.", revised })
        {
            Assert.IsType<IngestResult.Revised>(await corpus.Get<DocumentIngest>().IngestAsync(
                new SourceFile("bus.md", Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation));
            await corpus.CompareAsync();
        }

        Assert.Equal(await CountsAsync(straight), await CountsAsync(corpus));
        Assert.Single((await corpus.ConnectionsAsync(new ConnectionFilter())).Rows);
    }

    private static async Task<string> CountsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var counts = await context.TermFrequencies.Where(term => term.Passages != 0).ToListAsync(Cancellation);
        return string.Join(", ", counts.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => $"{term.Key} {term.Passages}"));
    }
}
