using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class FollowingTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);
    private static readonly Visitor Reviewer = Visitor.AtDesk.As(PersonRole.Reviewer);

    [Fact]
    public async Task Others_are_followed_again_after_the_server_has_refused_it()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor with { ExpectedStatus = 503 }, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await one.RouteAsync("**/documents/*/events", route => route.FulfillAsync(new() { Status = 503 }), new() { Times = 1 });
            await one.RunAndWaitForResponseAsync(() => one.ReloadAsync(), answer => answer.Status == 503);

            var passage = (await two.MarkedAsync())[4];
            await two.SelectAsync(passage);
            await two.Keyboard.PressAsync("a");

            await Expect(one.Locator($"[data-note='{passage}'] .facts")).ToContainTextAsync("Accepted");
        }));
    }
}
