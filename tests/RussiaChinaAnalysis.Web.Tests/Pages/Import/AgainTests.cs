using RussiaChinaAnalysis.Corpus.Model;
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
}
