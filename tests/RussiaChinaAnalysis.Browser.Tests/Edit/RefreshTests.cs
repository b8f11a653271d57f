using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>What one has chosen and where one is stays so when another's change comes in.</summary>
public sealed class RefreshTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);
    private static readonly Visitor Reviewer = Visitor.AtDesk.As(PersonRole.Reviewer);

    [Fact]
    public async Task What_is_chosen_while_the_page_is_fetched_stays_chosen()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var marked = await one.MarkedAsync();
            await one.SelectAsync(marked[4]);
            await two.SelectAsync(marked[0]);
            await using (var pages = await one.HoldAnswersAsync($"{essay}*"))
            {
                await two.Keyboard.PressAsync("a");
                while (pages.Sent == 0)
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                await one.Keyboard.PressAsync("j");
                await one.Locator("[data-mark=context]").ClickAsync();
            }

            await one.SaysAsync("The Reviewer: Accepted");
            await Expect(one.Locator("[data-mark=context]")).ToHaveAttributeAsync("aria-current", "true");
            await Expect(one.Locator($".note.selected[data-note='{marked[5]}'] .note-ways")).ToBeVisibleAsync();
            await Expect(one.Locator(".note.selected")).ToHaveCountAsync(1);
            await Expect(one.Locator("[data-walk=here]")).ToHaveAttributeAsync("data-sign", marked[5]);
            await one.Locator("[data-mark=context]").ClickAsync();
            await one.Locator($"[data-sign='{marked[5]}']").FocusAsync();
            await one.Keyboard.PressAsync("j");
            await Expect(one.Locator(".note.selected")).ToHaveAttributeAsync("data-note", marked[6]);
        }));
    }

    [Fact]
    public async Task The_outline_goes_on_saying_where_one_is()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor with { Width = 1600 }, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await DecideAsync(two, one);
            var links = one.Locator(".outline a");

            await links.Nth(0).ClickAsync();
            await Expect(links.Nth(0)).ToHaveClassAsync("here");
            await links.Nth(1).ClickAsync();
            await Expect(links.Nth(1)).ToHaveClassAsync("here");
        }));
    }

    /// <summary>Ends when the other page shows it.</summary>
    private static async Task DecideAsync(IPage page, IPage shown)
    {
        await page.SelectAsync((await page.MarkedAsync())[4]);
        await page.Keyboard.PressAsync("a");
        await shown.SaysAsync("The Reviewer: Accepted");
    }
}
