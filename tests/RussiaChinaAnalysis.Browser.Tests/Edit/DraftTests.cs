using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Nothing that somebody has typed into a note is lost before it is stored.</summary>
public sealed class DraftTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task A_late_answer_leaves_alone_what_is_written_by_then()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var (body, thread) = (page.Locator("#work-note textarea"), page.Locator(".note .thread"));
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await using (await page.HoldAnswersAsync("**/edit/notes/write"))
            {
                await page.Keyboard.PressAsync("c");
                await page.Keyboard.TypeAsync("The first note");
                await page.Keyboard.PressAsync("Control+Enter");
                await Expect(page.Locator("#work-note [data-sending]")).ToHaveTextAsync("Saving…");
                await page.Keyboard.TypeAsync("lost");
                await Expect(body).ToHaveValueAsync("The first note");
                await page.Keyboard.PressAsync("Escape");
                await page.Keyboard.PressAsync("j");
                await page.Keyboard.PressAsync("c");
                await page.Keyboard.TypeAsync("The sec");
            }

            await Expect(thread).ToHaveCountAsync(1);
            await page.SaysAsync("Wrote a note on");
            await page.Keyboard.TypeAsync("ond note");
            await Expect(body).ToBeFocusedAsync();
            await Expect(body).ToHaveValueAsync("The second note");
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(thread).ToHaveCountAsync(2);
            await Expect(page.Locator("#work-note")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task A_second_note_on_the_same_passage_is_sent_as_well()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await using (await page.HoldAnswersAsync("**/edit/notes/write"))
            {
                foreach (var words in new[] { "One", "Two" })
                {
                    await page.Keyboard.PressAsync("c");
                    await Expect(page.Locator("#work-note textarea")).ToHaveValueAsync("");
                    await page.Keyboard.TypeAsync(words);
                    await page.Keyboard.PressAsync("Control+Enter");
                    await page.Keyboard.PressAsync("Escape");
                }
            }

            await Expect(page.Locator(".note.selected .thread .markup")).ToHaveTextAsync(["One", "Two"]);
        });
    }

    [Fact]
    public async Task What_was_begun_is_there_again_until_it_is_stored()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var body = page.Locator("#work-note textarea");
            var marked = await page.MarkedAsync();
            var (one, other) = (marked[4], marked[5]);
            await page.SelectAsync(one);
            await page.Keyboard.PressAsync("c");
            await page.Keyboard.TypeAsync("Half a thought");
            await page.Locator("#work-note input[name=private]").CheckAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.SelectAsync(other);
            await page.Keyboard.PressAsync("c");
            await Expect(body).ToHaveValueAsync("");
            await page.Locator("#work-note").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
            await page.ReloadAsync();

            await page.SelectAsync(one);
            await page.Keyboard.PressAsync("c");
            await Expect(body).ToHaveValueAsync("Half a thought");
            await Expect(page.Locator("#work-note input[name=private]")).ToBeCheckedAsync();
            await page.Keyboard.PressAsync("Control+Enter");
            await page.SaysAsync("Wrote a note on");
            await page.Keyboard.PressAsync("c");
            await Expect(body).ToHaveValueAsync("");
        });
    }

    [Fact]
    public async Task What_could_not_be_stored_is_there_again()
    {
        await browser.VisitAsync(site.NewEssay(), Editor with { IsCutOff = true }, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.RouteAsync("**/edit/notes/write", route => route.AbortAsync());
            await page.Keyboard.PressAsync("c");
            await page.Keyboard.TypeAsync("A thought");
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.Locator("#work-note").GetByRole(AriaRole.Alert)).ToContainTextAsync("The server could not be reached");
            await Expect(page.Locator("#work-note textarea")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");

            await page.Keyboard.PressAsync("c");
            await Expect(page.Locator("#work-note textarea")).ToHaveValueAsync("A thought");
        });
    }

    [Fact]
    public async Task A_draft_is_gone_with_whoever_signs_out()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("c");
            await page.Keyboard.TypeAsync("Not for others");
            await page.Keyboard.PressAsync("Escape");
            Assert.Contains("Not for others", await KeptAsync(page), StringComparison.Ordinal);

            await page.EvaluateAsync("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
            await page.WaitForURLAsync(address => !address.Contains("/documents/", StringComparison.Ordinal));

            Assert.DoesNotContain("Not for others", await KeptAsync(page), StringComparison.Ordinal);
        });
    }

    private static Task<string> KeptAsync(IPage page) => page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })");
}
