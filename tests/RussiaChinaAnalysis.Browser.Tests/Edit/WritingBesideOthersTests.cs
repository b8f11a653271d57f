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

    [Fact]
    public async Task A_draft_does_not_overwrite_what_was_stored_since_it_was_begun()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor with { ExpectedStatus = 409 }, async one =>
        {
            var thread = await WriteNoteAsync(one);
            await thread.GetByText("Change", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("textarea[id^=body]").FillAsync("Is it?");

            var two = await one.Context.NewPageAsync();
            await two.GotoAsync(essay.ToString());
            var other = two.Locator(".text-notes .thread");
            await other.GetByText("Change", new() { Exact = true }).First.ClickAsync();
            await other.Locator("textarea[id^=body]").FillAsync("For myself.");
            await other.Locator("input[type=checkbox][name=private]").CheckAsync();
            await other.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(thread).ToContainTextAsync("Comment, private");
            await Expect(thread.Locator("textarea[id^=body]")).ToHaveValueAsync("Is it?");
            await Expect(thread.Locator("input[type=checkbox][name=private]")).ToBeCheckedAsync();

            await thread.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(one.Locator("#work-collision")).ToContainTextAsync("For myself.");
            await one.Locator("[data-keep-theirs]").ClickAsync();
            await Expect(other).ToContainTextAsync("For myself.");
            await Expect(other).ToContainTextAsync("Comment, private");
        });
    }

    [Fact]
    public async Task Two_versions_do_not_take_the_next_key_of_who_writes()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer with { ExpectedStatus = 409 }, async two =>
        {
            var passage = (await one.MarkedAsync())[4];
            await one.SelectAsync(passage);
            await two.SelectAsync(passage);
            await using (await two.HoldAnswersAsync("**/edit/passages/decide"))
            {
                await two.Keyboard.PressAsync("a");
                await Expect(one.Locator(".note.selected .facts")).ToContainTextAsync("Accepted");
                await one.Keyboard.PressAsync("e");
                await one.Locator("#work-role").SelectOptionAsync("Context");
                await one.Locator("#work-labels button.main").ClickAsync();
                await one.SaysAsync("Labelled");
                await two.Keyboard.PressAsync("x");
                await two.Keyboard.PressAsync("c");
                await two.Keyboard.TypeAsync("A long");
            }

            await Expect(two.Locator("#work-collision")).ToBeVisibleAsync();
            await two.Keyboard.TypeAsync(" sentence");
            await two.Keyboard.PressAsync("Enter");
            await Expect(two.Locator("#work-collision-title")).ToBeFocusedAsync();
            await two.Locator("[data-keep-theirs]").ClickAsync();
            await Expect(two.Locator("#work-note textarea")).ToBeFocusedAsync();
            await Expect(two.Locator("#work-note textarea")).ToHaveValueAsync("A long");
        }));
    }

    [Fact]
    public async Task Who_is_in_the_toolbar_beside_the_words_stays_there()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, one => browser.VisitAsync(essay, Reviewer, async two =>
        {
            await one.SelectAsync((await one.MarkedAsync())[4]);
            await one.SelectByKeysAsync(2);
            await one.Keyboard.PressAsync("Tab");
            await Expect(one.Locator("[data-select-bar] [data-do=comment]")).ToBeFocusedAsync();

            await DecideAsync(two, one);

            await Expect(one.Locator("[data-select-bar] [data-do=comment]")).ToBeFocusedAsync();
        }));
    }

    [Fact]
    public async Task What_one_writes_to_something_that_is_removed_meanwhile_is_shown()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, async one =>
        {
            var thread = await WriteNoteAsync(one);
            await thread.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
            await thread.Locator("textarea[id^=reply]").PressSequentiallyAsync("A long answer.");

            var two = await one.Context.NewPageAsync();
            await two.GotoAsync(essay.ToString());
            var other = two.Locator(".text-notes .thread");
            await other.GetByText("Change", new() { Exact = true }).First.ClickAsync();
            await other.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
            var lost = one.Locator("[data-lost]");
            await Expect(lost.Locator("textarea")).ToHaveValueAsync("A long answer.");
            await Expect(lost.Locator("textarea")).ToBeFocusedAsync();

            await lost.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(lost).ToHaveCountAsync(0);
        });
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
