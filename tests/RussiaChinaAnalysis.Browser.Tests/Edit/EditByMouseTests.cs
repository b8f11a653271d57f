using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class EditByMouseTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task Words_become_a_claim_and_evidence_with_a_theme_and_a_link()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.DragOverWordsAsync(0);
            await page.DoAsync("claim");
            await page.SaysAsync("a claim");
            await Expect(page.Locator(".note.selected .note-ways")).ToBeVisibleAsync();
            await page.WayAsync("theme");
            await page.Locator("#work-theme select").SelectOptionAsync("central-asia");
            await page.Locator("#work-theme button.main").ClickAsync();
            await page.SaysAsync("Gave “Central Asia”");
            await Expect(page.Locator(".note.selected .theme-central-asia")).ToBeVisibleAsync();

            await page.DragOverWordsAsync(2);
            await page.DoAsync("evidence");
            await page.SaysAsync("evidence");
            await Expect(page.Locator(".note.selected.is-evidence")).ToBeVisibleAsync();

            // The toolbar's theme and link belong to the passage that the words are in.
            await page.DragOverWordsAsync(2, from: 130, to: 260);
            await page.DoAsync("theme");
            await page.Locator("#work-theme select").SelectOptionAsync("trade-share");
            await page.Locator("#work-theme button.main").ClickAsync();
            await page.SaysAsync("Gave “");
            await page.DragOverWordsAsync(2, from: 130, to: 260);
            await page.DoAsync("link");
            var target = (await page.MarkedAsync())[0];
            await page.Locator($"[data-sign='{target}']").ClickAsync();
            await page.Locator("#work-link-kind").SelectOptionAsync("Supports");
            await page.Locator("#work-link button.main").ClickAsync();
            await page.SaysAsync("supports");
        });
    }

    [Fact]
    public async Task A_passage_is_resized_split_merged_and_labelled_and_keeps_its_theme_and_link()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var passage = (await page.MarkedAsync())[1];
            await page.SelectAsync(passage);
            var before = await page.QuoteAsync(passage);
            var links = await page.Locator(".note.selected .note-link[data-link]").CountAsync();
            var themes = await page.Locator(".note.selected .theme").CountAsync();

            var handle = (await page.Locator("[data-handle=end]").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(handle.X + (handle.Width / 2), handle.Y + (handle.Height / 2));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(handle.X - 90, handle.Y + (handle.Height / 2), new() { Steps = 8 });
            await page.Mouse.UpAsync();
            await page.SaysAsync("Set the passage to");
            var after = await page.QuoteAsync(passage);
            Assert.True(after.Length < before.Length && before.StartsWith(after, StringComparison.Ordinal), $"“{before}” became “{after}”.");
            Assert.Equal(links, await page.Locator(".note.selected .note-link[data-link]").CountAsync());
            Assert.Equal(themes, await page.Locator(".note.selected .theme").CountAsync());
            await page.Locator("[data-undo]").ClickAsync();
            await page.SaysAsync("Undid");
            Assert.Equal(before, await page.QuoteAsync(passage));

            // A click within the passage places the caret, and there it is split.
            var start = (await page.Locator("[data-handle=start]").BoundingBoxAsync())!;
            await page.Mouse.ClickAsync(start.X + 140, start.Y + (start.Height / 2));
            await page.WayAsync("split");
            await page.SaysAsync("Split off");
            Assert.True((await page.QuoteAsync(passage)).Length < before.Length);
            await page.WayAsync("merge");
            await page.SaysAsync("Merged");
            Assert.Equal(before, await page.QuoteAsync(passage));

            await page.WayAsync("edit");
            await page.Locator("#work-role").SelectOptionAsync("Claim");
            await page.Locator("#work-labels input[name=thesis]").CheckAsync();
            await page.Locator("#work-attribution").SelectOptionAsync("Reported");
            await page.Locator("#work-to").FillAsync("sceptics");
            await page.Locator("#work-labels button.main").ClickAsync();
            await page.SaysAsync("the thesis");
            await Expect(page.Locator(".note.selected.is-thesis")).ToContainTextAsync("sceptics");
            await page.WayAsync("edit");
            await page.Locator("#work-labels input[name=thesis]").UncheckAsync();
            await page.Locator("#work-role").SelectOptionAsync("Evidence");
            await page.Locator("#work-evidence").SelectOptionAsync("Testimony");
            await page.Locator("#work-labels button.main").ClickAsync();
            await page.SaysAsync("evidence");
            await Expect(page.Locator(".note.selected .facts")).ToContainTextAsync("Testimony");

            await page.WayAsync("reject");
            await page.SaysAsync("Rejected");
            await page.WayAsync("accept");
            await page.SaysAsync("Accepted");

            // Later, the history shows the essay as it was after each change, and takes any of them back.
            await page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true }).ClickAsync();
            await Expect(page.Locator(".change").First).ToBeVisibleAsync();
            await Axe.FindsNothingAsync(page);
            await page.GetByRole(AriaRole.Link, new() { Name = "As it was then: after Rejected" }).ClickAsync();
            await Expect(page.Locator("h2#past")).ToContainTextAsync("at that moment");
            await Expect(page.Locator(".past .label", new() { HasTextString = "Rejected" })).ToHaveCountAsync(1);
            await page.GetByText("Back to the list of changes").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo: Accepted" }).ClickAsync();
            await Expect(page.Locator(".change").First).ToContainTextAsync("Undid: Accepted");
            await page.Locator(".change").First.GetByText("As it was then").ClickAsync();
            await Expect(page.Locator(".past .label", new() { HasTextString = "Rejected" })).ToHaveCountAsync(1);
        });
    }

    [Fact]
    public async Task A_link_is_drawn_to_a_passage_and_onto_a_link_changed_noted_and_removed()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(essay, Editor, async page =>
        {
            var marked = await page.MarkedAsync();
            await page.SelectAsync(marked[4]);
            await DragLinkAsync(page, page.Locator($"[data-sign='{marked[1]}']"));
            await Expect(page.Locator("#work-link-onto")).ToContainTextAsync((await page.QuoteAsync(marked[1]))[..10]);
            await page.Locator("#work-link-kind").SelectOptionAsync("Rebuts");
            await page.Locator("#work-link button.main").ClickAsync();
            await page.SaysAsync("rebuts");
            var drawn = page.Locator(".note.selected .note-link[data-kind=Rebuts]").First;
            var link = await drawn.GetAttributeAsync("data-link");

            // Another passage speaks against that very step: the note that the link stands on opens when it is dragged there.
            await page.SelectAsync(marked[5]);
            var note = page.Locator($"[data-note='{marked[4]}']");
            await Expect(note.Locator($"[data-link='{link}']")).ToBeHiddenAsync();
            await note.ScrollIntoViewIfNeededAsync();
            await StartLinkAsync(page);
            await MoveToAsync(page, note.Locator(".note-words"));
            await MoveToAsync(page, note.Locator($"[data-link='{link}']"));
            await Expect(note.Locator($"[data-link='{link}']")).ToHaveClassAsync("note-link aimed");
            await page.Mouse.UpAsync();
            await Expect(page.Locator("#work-link-onto")).ToHaveValueAsync(link!);
            await page.Locator("#work-link-kind").SelectOptionAsync("Undercuts");
            await page.Locator("#work-link button.main").ClickAsync();
            await page.SaysAsync("undercuts a link");

            await page.ReloadAsync();
            await page.SelectAsync(marked[4]);
            await Expect(page.Locator(".note.selected .note-link[data-kind=Undercuts]")).ToContainTextAsync((await page.QuoteAsync(marked[5]))[..10]);
            await page.SelectAsync(marked[5]);
            await Expect(page.Locator(".note.selected .note-link[data-kind=Undercuts]")).ToContainTextAsync("the step from");

            await page.SelectAsync(marked[4]);
            drawn = page.Locator($".note.selected [data-link='{link}']");
            await drawn.Locator("[data-do=comment]").ClickAsync();
            await page.Locator("#work-note textarea").FillAsync("Does the one really answer the other?");
            await page.Locator("#work-note button.main").ClickAsync();
            await page.SaysAsync("Wrote a note on a link");
            await Expect(page.Locator(".note.selected .thread")).ToContainTextAsync("really answer");

            await drawn.Locator("[data-do=change]").ClickAsync();
            await page.Locator("#work-tie-kind").SelectOptionAsync("Restates");
            await page.Locator("#work-tie button.main").ClickAsync();
            await page.SaysAsync("restates");
            await Expect(page.Locator($".note.selected [data-link='{link}'][data-kind=Restates]")).ToBeVisibleAsync();
            await drawn.Locator("[data-do=change]").ClickAsync();
            await page.Locator("#work-tie").GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
            await page.SaysAsync("Took back");
            await Expect(drawn).ToHaveCountAsync(0);
            // The note stays with the passage from which the link went out.
            await Expect(page.Locator(".note.selected .thread")).ToContainTextAsync("really answer");
        });

        static async Task DragLinkAsync(IPage page, ILocator target)
        {
            await StartLinkAsync(page);
            await MoveToAsync(page, target);
            await page.Mouse.UpAsync();
            await Expect(page.Locator("#work-link")).ToBeVisibleAsync();
        }

        static async Task StartLinkAsync(IPage page)
        {
            var from = (await page.Locator(".note.selected [data-link-handle]").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
            await page.Mouse.DownAsync();
        }

        static async Task MoveToAsync(IPage page, ILocator target)
        {
            var to = (await target.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(to.X + 24, to.Y + 6, new() { Steps = 10 });
        }
    }

    [Fact]
    public async Task Passages_are_accepted_one_by_one_and_all_at_once_from_a_filtered_list_and_that_is_undone()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(new Uri(essay, $"/claims?role=claim&document={essay.Segments[^1]}"), Editor, async page =>
        {
            await page.Locator(".tick input").Nth(0).CheckAsync();
            await page.Locator(".tick input").Nth(1).CheckAsync();
            await page.Locator("#many button", new() { HasTextString = "Reject" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Rejected 2 passages at once");

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
    public async Task Blanks_beside_the_selected_words_take_no_other_word_in()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            var word = await page.Locator(".essay-text p").Nth(1).EvaluateAsync<string>(
                """
                words => {
                  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
                  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
                    const found = /\s(\w{4,})\s/u.exec(node.nodeValue);
                    if (!found) continue;
                    getSelection().setBaseAndExtent(node, found.index, node, found.index + found[0].length);
                    return found[1];
                  }
                }
                """);
            await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();

            await page.Keyboard.PressAsync("1");

            await page.SaysAsync($"Made “{word}” a claim");
        });
    }

    [Fact]
    public async Task Without_script_the_page_of_a_passage_does_it_all()
    {
        await browser.VisitAsync(site.NewEssay(), Editor with { HasScript = false }, async page =>
        {
            await page.GotoAsync(site.At($"/passages/{await page.Locator("[data-note]").Nth(4).GetAttributeAsync("data-note")}").ToString());
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
