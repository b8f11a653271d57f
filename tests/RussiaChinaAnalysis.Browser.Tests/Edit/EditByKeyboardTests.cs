using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Everything below happens without a pointer.</summary>
public sealed class EditByKeyboardTests(Chromium browser)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task A_passage_is_judged_labelled_resized_split_merged_and_all_is_undone()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
            var passage = (await page.Locator(".note.selected").GetAttributeAsync("data-note"))!;
            var before = await page.QuoteAsync(passage);

            await page.Keyboard.PressAsync("a");
            await page.SaysAsync("Accepted");
            await page.Keyboard.PressAsync("x");
            await page.SaysAsync("Rejected");

            await page.Keyboard.PressAsync("e");
            await page.TabToAsync("#work-role");
            await page.Keyboard.TypeAsync("Evidence");
            await page.TabToAsync("#work-evidence");
            await page.Keyboard.TypeAsync("Statistic");
            await page.TabToAsync("#work-labels button.main");
            await page.Keyboard.PressAsync("Enter");
            await page.SaysAsync("evidence");
            await Expect(page.Locator(".note.selected .facts")).ToContainTextAsync("Statistic");

            await page.Keyboard.PressAsync("Alt+ArrowLeft");
            await page.SaysAsync("Set the passage to");
            Assert.True((await page.QuoteAsync(passage)).Length < before.Length);
            await page.Keyboard.PressAsync("Alt+ArrowRight");
            await Expect(page.Locator(".note.selected .note-words span").First).ToContainTextAsync(before);

            // The caret starts at the selected passage.
            for (var words = 0; words < 3; words++)
                await page.Keyboard.PressAsync("Control+ArrowRight");
            await page.Keyboard.PressAsync("s");
            await page.SaysAsync("Split off");
            await page.Keyboard.PressAsync("m");
            await page.SaysAsync("Merged");
            await Expect(page.Locator(".note.selected .note-words span").First).ToContainTextAsync(before);

            for (var undone = 0; undone < 7; undone++)
            {
                await page.Keyboard.PressAsync("Control+z");
                await page.SaysAsync("Undid");
                await Expect(page.Locator("[data-toast-words]")).Not.ToHaveTextAsync("");
                await page.EvaluateAsync("document.querySelector('[data-toast-words]').textContent = ''");
            }

            await page.Keyboard.PressAsync("Control+z");
            await page.SaysAsync("nothing of yours to undo");
            Assert.Equal(before, await page.QuoteAsync(passage));
            await Expect(page.Locator(".note.selected .facts")).Not.ToContainTextAsync("Statistic");
        });
    }

    [Fact]
    public async Task Words_are_selected_with_a_caret_and_commented()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            await page.TabToAsync("[data-essay]");
            for (var words = 0; words < 4; words++)
                await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
            await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("c");
            await Expect(page.Locator("#work-note textarea")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("A note typed without a mouse: a, x, e and Ctrl+Z do nothing here.");
            await page.TabToAsync("#work-note button.main");
            await page.Keyboard.PressAsync("Enter");

            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator(".text-notes .thread")).ToContainTextAsync("without a mouse");
        });
    }

    [Fact]
    public async Task Passages_are_linked_and_given_themes()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("l");
            await Expect(page.Locator("[data-banner-words]")).ToContainTextAsync("Choose what this passage bears on");
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("#work-link-kind");
            await page.Keyboard.TypeAsync("restates");
            await page.TabToAsync("#work-link button.main");
            await page.Keyboard.PressAsync("Enter");
            await page.SaysAsync("restates");

            await page.Keyboard.PressAsync("t");
            await page.TabToAsync("#work-theme-slug");
            await page.Keyboard.TypeAsync("Central");
            await page.TabToAsync("#work-theme button.main");
            await page.Keyboard.PressAsync("Enter");
            await page.SaysAsync("Gave “Central Asia”");
        });
    }
}
