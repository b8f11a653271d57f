using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

public sealed class SearchedShareTests
{
    private const int Essays = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_counted_once_for_many_who_ask_within_a_minute()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, Essays);
        await corpus.CompareAsync();
        var share = new SearchedShare(corpus.Clock);
        await using var context = corpus.Open();
        Assert.Equal(1, await share.DocumentsForEachCountedAsync(context, Cancellation));
        await context.DocumentVersions.Where(version => version.Id % 2 == 0)
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.AreWordsCounted, false), Cancellation);

        Assert.Equal(1, await share.DocumentsForEachCountedAsync(context, Cancellation));
        corpus.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await share.DocumentsForEachCountedAsync(context, Cancellation));
    }

    [Fact]
    public async Task It_is_counted_anew_while_each_comparison_changes_it_much()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, Essays);
        var share = new SearchedShare(corpus.Clock);
        await using var context = corpus.Open();
        Assert.Equal(Essays, await share.DocumentsForEachCountedAsync(context, Cancellation));
        await corpus.CompareAsync();

        Assert.Equal(1, await share.DocumentsForEachCountedAsync(context, Cancellation));
    }

    private static async Task IngestAsync(TestCorpus corpus, int essays)
    {
        for (var number = 0; number < essays; number++)
        {
            await corpus.Get<DocumentIngest>().IngestAsync(
                new SourceFile($"essay-{number}.txt", Encoding.UTF8.GetBytes($"Town {number} should run its buses at night.")), corrections: null, Cancellation);
        }
    }
}
