using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Keys that are pressed faster than the server answers.</summary>
public sealed class FastKeysTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    /// <summary>Longer than the page waits with what it is told of changes.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task Each_is_done_on_what_the_one_before_left()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var passage = (await page.MarkedAsync())[4];
            await page.SelectAsync(passage);
            var before = await page.QuoteAsync(passage);

            await page.Keyboard.PressAsync("a");
            await page.Keyboard.PressAsync("x");
            await page.Keyboard.PressAsync("Alt+ArrowLeft");
            await page.Keyboard.PressAsync("Alt+ArrowLeft");
            await page.Keyboard.PressAsync("Alt+ArrowLeft");
            var shorter = string.Join(' ', before.Split(' ')[..^3]);
            await Expect(page.Locator(".note.selected .note-words span").First).ToHaveTextAsync(shorter);
            await Expect(page.Locator(".note.selected .facts")).ToContainTextAsync("Rejected");

            for (var undone = 0; undone < 5; undone++)
                await page.Keyboard.PressAsync("Control+z");
            await Expect(page.Locator(".note.selected .note-words span").First).ToHaveTextAsync(before);
            await Expect(page.Locator(".note.selected .facts")).Not.ToContainTextAsync("Accepted");
        });
    }

    [Fact]
    public async Task Each_merge_takes_the_passage_that_comes_then()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var passage = (await page.MarkedAsync())[4];
            await page.SelectAsync(passage);
            var notes = page.Locator("[data-note]");
            var count = await notes.CountAsync();

            await page.Keyboard.PressAsync("m");
            await page.Keyboard.PressAsync("m");
            await page.Keyboard.PressAsync("a");
            await Expect(notes).ToHaveCountAsync(count - 2);
            await page.Keyboard.PressAsync("Control+z");
            await page.Keyboard.PressAsync("m");
            await Expect(notes).ToHaveCountAsync(count - 2);
            await page.SaysAsync("Merged");
        });
    }

    [Fact]
    public async Task One_s_own_change_is_not_told_as_another_s_before_its_answer_arrives()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.RouteAsync("**/edit/passages/decide", async route =>
            {
                var answer = await route.FetchAsync();
                await Task.Delay(Delay);
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
            });
            await page.EvaluateAsync("""
                () => {
                    window.told = [];
                    const words = document.querySelector('[data-toast-words]');
                    new MutationObserver(() => window.told.push(words.textContent)).observe(words, { childList: true });
                }
                """);
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("a");
            await page.SaysAsync("Accepted");
            Assert.DoesNotContain(await page.EvaluateAsync<string[]>("() => window.told"), words => words.Contains("The Editor:", StringComparison.Ordinal));
        });
    }
}
