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
                await pages.Asked.WaitAsync(Visitor.Patience, TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task Selected_words_stay_selected()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await one.SelectByKeysAsync(3, before: 4);
            var before = await SelectedAsync(one);

            await DecideAsync(two, one);

            Assert.Equal(before, await SelectedAsync(one));
            await one.Keyboard.PressAsync("Control+Shift+ArrowRight");
            var after = await SelectedAsync(one);
            Assert.StartsWith(before, after, StringComparison.Ordinal);
            Assert.True(after.Length > before.Length);
            await Expect(one.Locator("[data-select-bar]")).ToBeVisibleAsync();
        }));
    }

    [Fact]
    public async Task Words_of_a_former_version_are_let_go()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await one.DragOverWordsAsync(1);
            await one.Keyboard.PressAsync("w");
            await one.SelectByKeysAsync(2);
            await one.Keyboard.PressAsync("Tab");
            await Expect(one.Locator("[data-select-bar] [data-do=comment]")).ToBeFocusedAsync();
            await one.RouteAsync($"{essay}*", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("data-version=\"1\"", "data-version=\"2\"", StringComparison.Ordinal) });
            });

            await DecideAsync(two, one);

            await Expect(one.Locator("[data-select-bar]")).ToBeHiddenAsync();
            await Expect(one.Locator("[data-essay]")).ToBeFocusedAsync();
            await Expect(one.Locator("[data-banner]")).ToContainTextAsync("A new version of the essay has come in");
            await one.Keyboard.PressAsync("Escape");
            await Expect(one.Locator("[data-banner]")).ToBeHiddenAsync();
        }));
    }

    [Theory]
    [InlineData(".note.is-claim .note-words")]
    [InlineData("[data-mark=evidence]")]
    [InlineData(".thesis-line a")]
    public async Task A_link_keeps_the_focus(string link)
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await one.Locator(link).First.FocusAsync();

            await DecideAsync(two, one);

            await Expect(one.Locator(link).First).ToBeFocusedAsync();
        }));
    }

    private static Task<string> SelectedAsync(IPage page) => page.EvaluateAsync<string>("getSelection().toString()");

    /// <summary>Ends when the other page shows it.</summary>
    private static async Task DecideAsync(IPage page, IPage shown)
    {
        await page.SelectAsync((await page.MarkedAsync())[4]);
        await page.Keyboard.PressAsync("a");
        await shown.SaysAsync("The Reviewer: Accepted");
    }
}
