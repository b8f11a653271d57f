using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Keys while the page waits for the other end of a link, or for more words.</summary>
public sealed class LinkingTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task Enter_cancels_on_the_button_and_does_not_leave_the_essay()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, async page =>
        {
            var banner = page.Locator("[data-banner]");
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("l");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("[data-announce]")).ToContainTextAsync("Go to another passage first");
            await Expect(banner).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("j");
            await page.Locator("[data-banner-cancel]").FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(banner).ToBeHiddenAsync();
            await Expect(page.Locator("#work-link")).ToBeHiddenAsync();
            Assert.StartsWith(essay.ToString(), page.Url, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_link_from_a_passage_that_is_gone_is_not_drawn()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var notes = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-note]')].map(note => note.dataset.note)");
            var marked = await page.MarkedAsync();
            var passage = marked.First(id => marked.Contains(notes[Array.IndexOf(notes, id) + 1]));
            await page.SelectAsync(notes[Array.IndexOf(notes, passage) + 1]);
            await page.Keyboard.PressAsync("l");
            await page.Keyboard.PressAsync("k");
            await page.Keyboard.PressAsync("m");
            await page.SaysAsync("Merged");
            await page.Keyboard.PressAsync("Enter");

            await page.SaysAsync("is not there any more");
            await Expect(page.Locator("#work-link")).ToBeHiddenAsync();
            await Expect(page.Locator("[data-banner]")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task Kept_words_stay_kept_until_they_are_let_go()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var banner = page.Locator("[data-banner]");
            await page.DragOverWordsAsync(1);
            await page.Keyboard.PressAsync("w");
            await Expect(banner).ToContainTextAsync("1 kept");

            await page.SelectByKeysAsync(2);
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator("[data-select-bar] [data-do=comment]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("[data-essay]")).ToBeFocusedAsync();
            await Expect(banner).ToContainTextAsync("1 kept");

            await page.Locator("[data-theme-menu] > summary").ClickAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("[data-theme-menu]")).Not.ToHaveAttributeAsync("open", "");
            await Expect(banner).ToContainTextAsync("1 kept");

            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.WayAsync("comment");
            await page.Keyboard.TypeAsync("On something else");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator("#work-note")).ToBeHiddenAsync();
            await Expect(banner).ToContainTextAsync("1 kept");

            await page.Keyboard.PressAsync("l");
            await Expect(banner).ToContainTextAsync("Choose what this passage bears on");
            await page.Locator("[data-banner-cancel]").ClickAsync();
            await Expect(banner).ToContainTextAsync("1 kept");
            await page.Locator("[data-banner-cancel]").ClickAsync();
            await Expect(banner).ToBeHiddenAsync();
        });
    }
}
