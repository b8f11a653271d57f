using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class NoteByMouseTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task Words_are_commented_answered_resolved_and_reopened()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.DragOverWordsAsync(1);
            await page.DoAsync("comment");
            await page.Locator("#work-note textarea").FillAsync("Is **this** so, @the-reviewer?");
            await page.Locator("#work-note button.main").ClickAsync();
            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator(".noted").First).ToBeVisibleAsync();
            var thread = page.Locator(".text-notes .thread");
            await Expect(thread.Locator("strong", new() { HasTextString = "this" })).ToBeVisibleAsync();

            await thread.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("textarea[id^=reply]").FillAsync("It is.");
            await thread.GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
            await page.SaysAsync("Replied");
            await Expect(thread).ToContainTextAsync("It is.");
            // What was sent does not wait to be sent again.
            await Expect(thread.Locator("textarea[id^=reply]")).ToBeHiddenAsync();
            await thread.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
            await page.SaysAsync("Resolved a thread");
            await Expect(page.Locator(".text-notes .thread.resolved")).ToBeVisibleAsync();
            await thread.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
            await page.SaysAsync("Reopened a thread");
            await Expect(page.Locator(".text-notes .thread.resolved")).ToHaveCountAsync(0);

            await thread.GetByText("Change", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("textarea[id^=body]").First.FillAsync("Was this so, @the-reviewer?");
            await thread.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
            await page.SaysAsync("Rewrote a note");
            await Expect(thread).ToContainTextAsync("edited");

            // Who is mentioned finds the thread.
            await browser.VisitAsync(site.At("/notes?show=for-me"), Visitor.AtDesk.As(PersonRole.Reviewer), async other =>
                await Expect(other.Locator(".thread", new() { HasTextString = "Was this so" })).ToContainTextAsync("It is."));
        });
    }

    [Fact]
    public async Task A_private_note_on_words_that_do_not_stand_together_is_seen_by_its_author_alone()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, async page =>
        {
            await page.DragOverWordsAsync(0);
            await page.DoAsync("piece");
            await Expect(page.Locator("[data-banner-words]")).ToContainTextAsync("1 kept");
            await page.DragOverWordsAsync(1);
            await page.DoAsync("comment");
            await page.Locator("#work-note textarea").FillAsync("These two belong together.");
            await page.Locator("#work-note select").SelectOptionAsync("Questioning");
            await page.Locator("#work-note input[name=private]").CheckAsync();
            await page.Locator("#work-note button.main").ClickAsync();

            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator(".text-notes .thread-words")).ToContainTextAsync(" … ");
            await Expect(page.Locator(".text-notes .thread")).ToContainTextAsync("Question, private");
            await Expect(page.Locator("[data-thread]")).Not.ToHaveCountAsync(1);
        });
        await browser.VisitAsync(essay, Visitor.AtDesk.As(PersonRole.Administrator), async other =>
        {
            await Expect(other.Locator("[data-essay]")).ToBeVisibleAsync();
            await Expect(other.Locator("[data-thread]")).ToHaveCountAsync(0);
        });
    }
}
