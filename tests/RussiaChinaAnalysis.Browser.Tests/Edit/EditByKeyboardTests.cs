using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>Everything below happens without a pointer.</summary>
public sealed class EditByKeyboardTests(Chromium browser, EditedSite site)
{
    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public async Task A_passage_is_judged_labelled_resized_split_merged_and_all_is_undone()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
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
            await page.TabToAsync("#work-attribution");
            await page.Keyboard.TypeAsync("Reported");
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
    public async Task Letters_are_known_on_a_Russian_keyboard()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.SelectAsync((await page.MarkedAsync())[4]);
            await page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'ф', code: 'KeyA' }))");
            await page.SaysAsync("Accepted");
            await page.EvaluateAsync("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ctrlKey: true, key: 'я', code: 'KeyZ' }))");
            await page.SaysAsync("Undid: Accepted");
        });
    }

    [Fact]
    public async Task Words_are_selected_with_a_caret_commented_answered_resolved_and_reopened()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.TabToAsync("[data-essay]");
            await page.SelectByKeysAsync(words: 4);
            await page.Keyboard.PressAsync("w");
            await Expect(page.Locator("[data-banner-words]")).ToContainTextAsync("1 kept");
            await page.SelectByKeysAsync(words: 3, before: 12);
            await page.Keyboard.PressAsync("c");
            await Expect(page.Locator("#work-note textarea")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("A note typed without a mouse: a, x, e and Ctrl+Z do nothing here, @the-reviewer.");
            await page.TabToAndPressAsync("#work-note input[name=private]", "Space");
            await page.TabToAndPressAsync("#work-note button.main");
            await page.SaysAsync("Wrote a note on");
            var thread = page.Locator(".text-notes .thread");
            await Expect(thread).ToContainTextAsync("without a mouse");
            await Expect(thread).ToContainTextAsync("private");
            await Expect(thread.Locator(".thread-words")).ToContainTextAsync(" … ");

            // The sign in the text leads to the thread, and Tab goes on from there.
            await page.TabToAndPressAsync(".note-sign");
            await page.TabToAndPressAsync(".text-notes .thread-ways summary");
            await page.TabToAsync("textarea[id^=reply]");
            await page.Keyboard.TypeAsync("Answered at once.");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.SaysAsync("Replied");
            await Expect(thread).ToContainTextAsync("Answered at once.");
            await page.TabToAndPressAsync(".thread-ways form[action$=resolve] button");
            await page.SaysAsync("Resolved a thread");
            await page.TabToAndPressAsync(".thread-ways form[action$=resolve] button");
            await page.SaysAsync("Reopened a thread");
        });
    }

    [Fact]
    public async Task Words_become_claims_and_evidence_and_are_linked_and_given_themes()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.TabToAsync("[data-essay]");
            await page.SelectByKeysAsync(words: 4, before: 3);
            await page.Keyboard.PressAsync("1");
            await page.SaysAsync("a claim");
            await Expect(page.Locator(".note.selected.is-claim")).ToBeVisibleAsync();

            // Tab goes from the words to their toolbar, arrows along it.
            await page.SelectByKeysAsync(words: 2, before: 8);
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator("[data-select-bar] [data-do=comment]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Keyboard.PressAsync("Enter");
            await page.SaysAsync("evidence");
            await Expect(page.Locator(".note.selected.is-evidence")).ToBeVisibleAsync();

            await page.Keyboard.PressAsync("t");
            await page.TabToAsync("#work-theme-slug");
            await page.Keyboard.TypeAsync("Central");
            await page.TabToAndPressAsync("#work-theme button.main");
            await page.SaysAsync("Gave “Central Asia”");
        });
    }

    [Fact]
    public async Task Links_are_made_onto_passages_and_links_changed_noted_and_removed()
    {
        await browser.VisitAsync(site.NewEssay(), Editor, async page =>
        {
            await page.Keyboard.PressAsync("j");
            var first = (await page.Locator(".note.selected").GetAttributeAsync("data-note"))!;
            await page.Keyboard.PressAsync("l");
            await Expect(page.Locator("[data-banner-words]")).ToContainTextAsync("Choose what this passage bears on");
            for (var steps = 0; steps < 4; steps++)
                await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("#work-link-kind");
            await page.Keyboard.TypeAsync("restates");
            await page.TabToAndPressAsync("#work-link button.main");
            await page.SaysAsync("restates");

            // The next passage undercuts that step: it is chosen in the form as a link of the passage that it leads to.
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("l");
            await page.Keyboard.PressAsync("k");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("#work-link-kind");
            await page.Keyboard.TypeAsync("undercuts");
            await page.TabToAsync("#work-link-onto");
            var link = await page.Locator($"[data-note='{first}'] [data-kind=Restates]").First.GetAttributeAsync("data-link");
            await page.Keyboard.TypeAsync((await page.Locator($"#work-link-onto option[value='{link}']").TextContentAsync())!);
            await Expect(page.Locator("#work-link-onto")).ToHaveValueAsync(link!);
            await page.TabToAndPressAsync("#work-link button.main");
            await page.SaysAsync("undercuts a link");

            for (var steps = 0; steps < 8 && await page.Locator(".note.selected").GetAttributeAsync("data-note") != first; steps++)
                await page.Keyboard.PressAsync("k");
            await Expect(page.Locator($".note.selected[data-note='{first}'] .note-link[data-kind=Undercuts]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("p");
            await Expect(page.Locator(".note.selected .note-ways [data-do=accept]")).ToBeFocusedAsync();
            await page.TabToAndPressAsync(".note.selected [data-kind=Restates] [data-do=comment]");
            await page.Keyboard.TypeAsync("Is it the same?");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.SaysAsync("Wrote a note on a link");
            await Expect(page.Locator(".note.selected .thread")).ToContainTextAsync("Is it the same?");

            await page.Keyboard.PressAsync("p");
            await page.TabToAndPressAsync(".note.selected [data-kind=Restates] [data-do=change]");
            await page.TabToAsync("#work-tie-kind");
            await page.Keyboard.TypeAsync("supports");
            await page.TabToAndPressAsync("#work-tie button.main");
            await page.SaysAsync("supports");
            await page.Keyboard.PressAsync("p");
            await page.TabToAndPressAsync(".note.selected .note-link:has(+ [data-kind=Undercuts]) [data-do=change]");
            await page.TabToAndPressAsync("#work-tie button[formaction$=remove]");
            await page.SaysAsync("Took back");
            await Expect(page.Locator(".note.selected .note-link[data-kind=Undercuts]")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task Many_passages_are_judged_from_a_list_and_that_is_undone_from_the_history()
    {
        var essay = site.NewEssay();
        await browser.VisitAsync(new Uri(essay, $"/claims?role=evidence&document={essay.Segments[^1]}"), Editor, async page =>
        {
            await page.TabToAndPressAsync("#many input[name=all]", "Space");
            await page.Keyboard.PressAsync("Shift+Tab");
            await page.Keyboard.PressAsync("Shift+Tab");
            await Expect(page.Locator("#many button[value=Accepted]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("passages at once");

            await page.GotoAsync($"{essay}/history");
            await page.TabToAndPressAsync(".change summary");
            await Expect(page.Locator(".change .versions").First).ToContainTextAsync("Accepted");
            await page.TabToAndPressAsync(".change form button");
            await Expect(page.Locator(".change").First).ToContainTextAsync("Undid: Accepted");
            await page.TabToAsync("#at");
            await page.Keyboard.TypeAsync("01012020");
            await page.Keyboard.PressAsync("Tab");
            // Where the browser's own language has halves of the day, the last letter is one.
            await page.Keyboard.TypeAsync("120000P");
            await page.TabToAndPressAsync(".as-of button");
            await Expect(page.Locator("h2#past")).ToContainTextAsync("at that moment");
        });
    }
}
