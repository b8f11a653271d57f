using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class EditByMouseTests(Chromium browser)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task Words_are_commented_answered_resolved_and_made_a_claim_with_a_theme()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            await page.DragOverWordsAsync(1);
            await page.DoAsync("comment");
            await page.Locator("#work-note textarea").FillAsync("Is **this** so?");
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
            await thread.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
            await page.SaysAsync("Resolved a thread");
            await Expect(page.Locator(".text-notes .thread.resolved")).ToBeVisibleAsync();

            await page.DragOverWordsAsync(0);
            await page.DoAsync("claim");
            await page.SaysAsync("a claim");
            await Expect(page.Locator(".note.selected .note-ways")).ToBeVisibleAsync();
            await page.Locator(".note.selected [data-do=theme]").ClickAsync();
            await page.Locator("#work-theme select").SelectOptionAsync("central-asia");
            await page.Locator("#work-theme button.main").ClickAsync();
            await page.SaysAsync("Gave “Central Asia”");
            await Expect(page.Locator(".note.selected .theme-central-asia")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_passage_is_resized_by_its_handle_and_keeps_its_theme_and_link()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            var marked = await page.MarkedAsync();
            await page.SelectAsync(marked[1]);
            var before = await page.QuoteAsync(marked[1]);
            var links = await page.Locator(".note.selected .note-link").CountAsync();
            var themes = await page.Locator(".note.selected .theme").CountAsync();

            var handle = (await page.Locator("[data-handle=end]").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(handle.X - 90, handle.Y + (handle.Height / 2), new() { Steps = 8 });
            await page.Mouse.UpAsync();

            await page.SaysAsync("Set the passage to");
            var after = await page.QuoteAsync(marked[1]);
            Assert.True(after.Length < before.Length && before.StartsWith(after, StringComparison.Ordinal), $"“{before}” became “{after}”.");
            Assert.Equal(links, await page.Locator(".note.selected .note-link").CountAsync());
            Assert.Equal(themes, await page.Locator(".note.selected .theme").CountAsync());
            await page.Locator("[data-undo]").ClickAsync();
            await page.SaysAsync("Undid");
            Assert.Equal(before, await page.QuoteAsync(marked[1]));
        });
    }

    [Fact]
    public async Task A_link_is_drawn_from_passage_to_passage_and_onto_a_link()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/documents/1"), Editor, async page =>
        {
            var marked = await page.MarkedAsync();
            await page.SelectAsync(marked[3]);
            await DragLinkAsync(page, page.Locator($"[data-sign='{marked[1]}']"));
            await Expect(page.Locator("#work-link [data-target]")).ToContainTextAsync((await page.QuoteAsync(marked[1]))[..10]);
            await page.Locator("#work-link select").SelectOptionAsync("Rebuts");
            await page.Locator("#work-link button.main").ClickAsync();
            await page.SaysAsync("rebuts");
            await Expect(page.Locator(".note.selected .note-link", new() { HasTextString = "Rebuts" }).First).ToBeVisibleAsync();

            // Another passage speaks against that very step.
            var link = await page.Locator(".note.selected .note-link").First.GetAttributeAsync("data-link");
            await page.Locator($".note.selected [data-do=link]").ClickAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.SelectAsync(marked[1]);
            await page.Locator(".note.selected [data-do=link]").ClickAsync();
            await page.Locator($".note.selected .note-link:not([data-link='{link}'])").Or(page.Locator(".note.selected .note-link")).First.Locator(".icon").ClickAsync();
            await Expect(page.Locator("#work-link")).ToBeVisibleAsync();
        });

        static async Task DragLinkAsync(IPage page, ILocator target)
        {
            var from = (await page.Locator(".note.selected [data-link-handle]").BoundingBoxAsync())!;
            var to = (await target.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(to.X + 24, to.Y + 6, new() { Steps = 10 });
            await page.Mouse.UpAsync();
            await Expect(page.Locator("#work-link")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Many_passages_are_accepted_at_once_from_a_filtered_list_and_that_is_undone()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/claims?role=claim&document=1"), Editor, async page =>
        {
            await page.Locator("#many input[name=all]").CheckAsync();
            await page.Locator("#many button", new() { HasTextString = "Accept" }).ClickAsync();

            await Expect(page.Locator(".notice.good")).ToContainTextAsync("passages at once");
            await Expect(page.Locator("#many input[name=all]")).ToHaveCountAsync(0);
            await page.Locator(".notice.good button").ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Undid");
            await Expect(page.Locator("#many input[name=all]")).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task Without_script_the_page_of_a_passage_does_it_all()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/passages/5"), Editor with { HasScript = false }, async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).First.ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Accepted");
            await page.GetByText("Labels", new() { Exact = true }).ClickAsync();
            await page.Locator("#labels-role").SelectOptionAsync("Context");
            await page.Locator("form[action$=label] button").ClickAsync();
            await Expect(page.Locator(".single-head h1")).ToContainTextAsync("Context");
            await page.GetByText("Write a note", new() { Exact = true }).ClickAsync();
            await page.Locator("#note-body").FillAsync("Not a claim at all.");
            await page.Locator("form[action='/edit/notes/write'] button.main").ClickAsync();
            await Expect(page.Locator(".thread")).ToContainTextAsync("Not a claim at all.");
            await page.GetByRole(AriaRole.Button, new() { NameString = "Undo: Labelled" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Undid");
        });
    }
}
