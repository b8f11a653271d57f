using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Import;

public sealed class AgainTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_has_the_corpus_read_anew_and_sees_what_that_changed()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await client.FormTokenAsync("/import/again", Cancellation))]);
        using var answer = await client.PostAsync("/import/again", form, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        // Without script the page asks to be loaded again until the run has ended.
        for (var until = DateTime.UtcNow + Patience; page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal) && DateTime.UtcNow < until;)
            page = await client.GetStringAsync("/import/again", Cancellation);

        Assert.Matches("[0-9]+ essays? read, 0 changed", page);
        Assert.Contains("by The Editor", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_run_reloads_itself_without_script_only_and_tells_how_far_it_is()
    {
        await using var busy = new TestSite();
        using var client = await busy.ClientAsync(PersonRole.Editor);
        await using var context = await busy.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        var job = new Job { Kind = Reextraction.JobKind, Payload = "", State = JobState.Running, Stage = "Reading On mills", Done = 3, Total = 7, LeaseOwner = Guid.NewGuid(), LeaseExpiresAt = TestSite.Now.UtcDateTime.AddYears(10), AskedAt = TestSite.Now.UtcDateTime };
        context.Add(job);
        await context.SaveChangesAsync(Cancellation);

        var page = await client.GetStringAsync("/import/again", Cancellation);
        using var progress = new StreamReader(await client.GetStreamAsync("/import/again/progress", Cancellation));
        var first = await progress.ReadLineAsync(Cancellation);
        job.State = JobState.Cancelled;
        await context.SaveChangesAsync(Cancellation);
        var rest = await progress.ReadToEndAsync(Cancellation);

        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Single(page.Split("http-equiv=\"refresh\"")[1..]);
        Assert.Contains("data-follow=\"/import/again/progress\"", page, StringComparison.Ordinal);
        Assert.Contains("\"stage\":\"Reading On mills\",\"done\":3,\"total\":7", first, StringComparison.Ordinal);
        Assert.Contains("event: end", rest, StringComparison.Ordinal);
    }
}
