using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Essays in more tabs than a browser keeps connections to one site.</summary>
public sealed class ManyTabsTests(Chromium browser, EditedSite site)
{
    private const int MostConnections = 6;

    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task Tabs_behind_hold_no_connection_and_catch_up_when_they_come_back()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, async page =>
        {
            var passage = (await page.MarkedAsync())[4];
            await LeaveAsync(page, "document.dispatchEvent(new Event('visibilitychange'))");
            var back = await page.Context.NewPageAsync();
            await back.GotoAsync(essay.ToString());
            await LeaveAsync(back, "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
            for (var tab = 2; tab < MostConnections; tab++)
            {
                var other = await page.Context.NewPageAsync();
                await other.GotoAsync(essay.ToString());
                await LeaveAsync(other, "document.dispatchEvent(new Event('visibilitychange'))");
            }

            var last = await page.Context.NewPageAsync();
            await last.GotoAsync(essay.ToString());
            await last.SelectAsync(passage);
            await last.Keyboard.PressAsync("a");
            await last.SaysAsync("Accepted");

            await ReturnAsync(page, "document.dispatchEvent(new Event('visibilitychange'))");
            await ReturnAsync(back, "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            foreach (var returned in new[] { page, back })
                await Expect(returned.Locator($"[data-note='{passage}'] .facts")).ToContainTextAsync("Accepted");
            await last.Keyboard.PressAsync("x");
            foreach (var returned in new[] { page, back })
                await Expect(returned.Locator($"[data-note='{passage}'] .facts")).ToContainTextAsync("Rejected");
        });
    }

    /// <summary>Chromium without a screen takes every page for visible, so the page is told what it would be told.</summary>
    private static Task LeaveAsync(IPage page, string tell) =>
        page.EvaluateAsync($"() => {{ Object.defineProperty(document, 'hidden', {{ configurable: true, value: true }}); {tell}; }}");

    private static Task ReturnAsync(IPage page, string tell) => page.EvaluateAsync($"() => {{ delete document.hidden; {tell}; }}");
}
