using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

public sealed class ReextractionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_people_decided_stays_and_the_rest_is_what_the_extractor_says_now()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.Get<IngestBatch>().RunAsync([RepositoryFiles.Seeds], progress: null, Cancellation);
        int decided, stale;
        Role right;
        await using (var context = corpus.Open())
        {
            var passages = await context.Passages.OrderBy(passage => passage.Id).ToListAsync(Cancellation);
            var (first, second) = (passages[3], passages[5]);
            (decided, stale, right) = (first.Id, second.Id, second.Role);
            // A person said so of the one; an older extractor said so of the other.
            (first.Role, first.Status) = (Other(first.Role), Status.Accepted);
            second.Role = Other(second.Role);
            await context.SaveChangesAsync(Cancellation);
        }

        var before = await RowsAsync(corpus);
        var report = await corpus.Get<Reextraction>().RunAsync((_, _, _) => Task.CompletedTask, Cancellation);

        var after = await RowsAsync(corpus);
        Assert.Equal(before[decided], after[decided]);
        Assert.Equal(right, after[stale].Role);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        var changed = Assert.Single(report.Changed);
        Assert.Equal((1, 0, 0, 1), (changed.Relabelled, changed.Added, changed.Removed, changed.Kept));
        await using var sound = corpus.Open();
        await TestStorage.AssertSoundAsync(sound, Cancellation);
        Assert.Empty((await corpus.Get<Reextraction>().RunAsync((_, _, _) => Task.CompletedTask, Cancellation)).Changed);
    }

    private static Role Other(Role role) => role == Role.Claim ? Role.Context : Role.Claim;

    private static async Task<Dictionary<int, (Role Role, Status Status, string Quote)>> RowsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return await context.Passages.ToDictionaryAsync(
            passage => passage.Id, passage => (passage.Role, passage.Status, passage.Quote), Cancellation);
    }
}
