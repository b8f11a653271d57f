using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Forms and keys on a slow or broken way to the server.</summary>
public sealed class SendingTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task A_form_that_is_under_way_is_not_sent_again_and_leaves_no_draft()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.DragOverWordsAsync(1);
            await page.DoAsync("comment");
            await page.Locator("#work-note textarea").FillAsync("Is this so?");
            await using (var notes = await page.HoldAnswersAsync("**/edit/notes/write"))
            {
                await page.Locator("#work-note button.main").DblClickAsync();
                await notes.DisposeAsync();
                await page.SaysAsync("Wrote a note on");
                await Expect(page.Locator("#work-note")).ToBeHiddenAsync();
                Assert.Equal(1, notes.Sent);
            }

            var thread = page.Locator(".text-notes .thread");
            await Expect(thread).ToHaveCountAsync(1);
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await thread.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
            var reply = thread.Locator("textarea[id^=reply]");
            await reply.FillAsync("It is.");
            await using var replies = await page.HoldAnswersAsync("**/edit/notes/reply");
            await using (await page.HoldAnswersAsync("**/edit/passages/decide"))
            {
                await page.WayAsync("accept");
                await reply.PressAsync("Control+Enter");
            }

            // The panel is another by now, and what is on its way still stands in it.
            await Expect(page.Locator(".note.selected .facts")).ToContainTextAsync("Accepted");
            await reply.PressAsync("Control+Enter");
            await replies.DisposeAsync();
            await page.SaysAsync("Replied");
            await Expect(reply).ToBeHiddenAsync();
            await Expect(reply).ToHaveValueAsync("");
            await Expect(thread.Locator(".thread-note")).ToHaveCountAsync(2);
            Assert.Equal(1, replies.Sent);
        });
    }

    [Fact]
    public async Task What_is_done_with_words_says_in_which_version_they_were_selected()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.DragOverWordsAsync(1);
            await page.DoAsync("comment");
            await Expect(page.Locator("#work-note input[name=version]")).ToHaveValueAsync("1");
            await page.Keyboard.PressAsync("Escape");
            await page.DragOverWordsAsync(1);

            var made = await page.RunAndWaitForRequestAsync(() => page.DoAsync("claim"), "**/edit/passages/create");

            Assert.Contains("&version=1&", made.PostData, StringComparison.Ordinal);
            await page.SaysAsync("Made");
        });
    }

    [Fact]
    public async Task What_is_stored_is_told_also_where_the_page_cannot_show_it()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor with { IsCutOff = true }, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("e");
            await page.Locator("#work-role").SelectOptionAsync("Context");
            await page.RouteAsync($"{essay}*", route => route.AbortAsync());
            await page.Locator("#work-labels button.main").ClickAsync();

            await page.SaysAsync("Reload the page to see it.");
            await Expect(page.Locator("#work-labels")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task Why_nothing_was_stored_is_said_in_the_dialog_that_stays_open()
    {
        await browser.VisitAsync(site.NewEssay(), Editor with { IsCutOff = true }, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("e");
            await page.RouteAsync("**/edit/passages/label", route => route.AbortAsync());
            await page.Locator("#work-labels button.main").ClickAsync();

            var refusal = page.Locator("#work-labels").GetByRole(AriaRole.Alert);
            await Expect(refusal).ToContainTextAsync("The server could not be reached");
            await Expect(refusal).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("e");
            await Expect(page.Locator("#work-labels")).ToBeVisibleAsync();
            await Expect(refusal).ToHaveTextAsync("");
        });
    }

    [Fact]
    public async Task A_change_that_could_not_be_undone_waits_to_be_undone()
    {
        await browser.VisitAsync(site.NewEssay(), Editor with { IsCutOff = true }, async page =>
        {
            var passage = (await page.MarkedAsync())[4];
            await page.SelectAsync(passage);
            await page.Keyboard.PressAsync("a");
            await page.SaysAsync("Accepted");
            await page.Keyboard.PressAsync("x");
            await page.SaysAsync("Rejected");
            await page.RouteAsync("**/edit/changes/undo", route => route.AbortAsync());
            await page.Keyboard.PressAsync("Control+z");
            await page.SaysAsync("The server could not be reached");

            await page.UnrouteAsync("**/edit/changes/undo");
            await page.Keyboard.PressAsync("Control+z");
            await page.SaysAsync("Undid: Rejected");
            await Expect(page.Locator(".note.selected .facts")).ToContainTextAsync("Accepted");
        });
    }

    [Fact]
    public async Task Undo_takes_back_what_was_done_on_this_essay()
    {
        var (first, second) = (site.NewEssay(), site.NewEssay());
        await browser.VisitAsync(first, Editor, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("a");
            await page.SaysAsync("Accepted");

            await page.GotoAsync(second.ToString());
            await page.Keyboard.PressAsync("Control+z");
            await page.SaysAsync("There is nothing of yours to undo here");

            await page.GotoAsync(first.ToString());
            await page.Keyboard.PressAsync("Control+z");
            await page.SaysAsync("Undid: Accepted");
        });
    }

    [Fact]
    public async Task Where_the_answer_is_lost_it_is_not_said_that_nothing_was_stored()
    {
        await browser.VisitAsync(site.NewEssay(), Editor with { IsCutOff = true }, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.Keyboard.PressAsync("e");
            await page.Locator("#work-role").SelectOptionAsync("Context");
            await page.RouteAsync("**/edit/passages/label", async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync();
            });
            await page.Locator("#work-labels button.main").ClickAsync();

            await Expect(page.Locator("#work-labels").GetByRole(AriaRole.Alert)).ToContainTextAsync("it is not known whether this was stored. The page shows what is there now");
            await Expect(page.Locator(".note.selected.is-context")).ToHaveCountAsync(1);
        });
    }
}
