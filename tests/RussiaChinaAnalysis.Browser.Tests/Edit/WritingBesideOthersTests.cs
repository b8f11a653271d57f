using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Somebody writes in the panel while another changes the essay.</summary>
public sealed class WritingBesideOthersTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);
    private static readonly Visitor Reviewer = Visitor.AtDesk.As(PersonRole.Reviewer);

    [Fact]
    public async Task Who_writes_goes_on_writing_where_the_caret_was()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var thread = await WriteNoteAsync(one);
            await thread.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
            var reply = thread.Locator("textarea[id^=reply]");
            await reply.PressSequentiallyAsync("It is.");
            await one.Keyboard.PressAsync("ArrowLeft");

            await DecideAsync(two, one);
            await one.Keyboard.TypeAsync(" exactly so");

            await Expect(reply).ToBeFocusedAsync();
            await Expect(reply).ToHaveValueAsync("It is exactly so.");
        }));
    }

    [Fact]
    public async Task A_draft_that_is_left_alone_does_not_take_the_focus()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var thread = await WriteNoteAsync(one);
            await thread.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("textarea[id^=reply]").FillAsync("Later.");
            await one.Locator("[data-essay]").FocusAsync();

            await DecideAsync(two, one);

            await Expect(thread.Locator("textarea[id^=reply]")).ToHaveValueAsync("Later.");
            await Expect(one.Locator("[data-essay]")).ToBeFocusedAsync();
        }));
    }

    [Fact]
    public async Task A_note_that_is_being_made_private_is_not_published()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            var thread = await WriteNoteAsync(one);
            await thread.GetByText("Change", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("input[type=checkbox][name=private]").CheckAsync();

            await DecideAsync(two, one);
            await Expect(thread.Locator("input[type=checkbox][name=private]")).ToBeFocusedAsync();
            await thread.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

            await one.SaysAsync("Rewrote a note");
            await Expect(thread).ToContainTextAsync("Comment, private");
        }));
    }

    private static async Task<ILocator> WriteNoteAsync(IPage page)
    {
        await page.DragOverWordsAsync(1);
        await page.DoAsync("comment");
        await page.Locator("#work-note textarea").FillAsync("Is this so?");
        await page.Locator("#work-note button.main").ClickAsync();
        await page.SaysAsync("Wrote a note on");
        return page.Locator(".text-notes .thread");
    }

    /// <summary>Ends when the other page shows it.</summary>
    private static async Task DecideAsync(IPage page, IPage shown)
    {
        await page.SelectAsync((await page.MarkedAsync())[4]);
        await page.Keyboard.PressAsync("a");
        await shown.SaysAsync("The Reviewer: Accepted");
    }
}
