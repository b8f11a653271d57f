using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Documents;

public sealed class ReadingTests(Chromium browser, SeededSite site)
{
    [Fact]
    public Task From_the_overview_to_a_passage_and_back() =>
        browser.VisitAsync(site.At("/"), async page =>
        {
            await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "A patient wedge could still work" }).First.ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("A patient wedge could still work");
            await page.WaitForLoadStateAsync();
            var inText = page.Locator(".essay-text [data-passage].is-claim").First;
            var id = await inText.GetAttributeAsync("data-passage");

            await inText.ClickAsync();
            var note = page.Locator($"[data-note='{id}']");
            await Expect(page.Locator($"[data-note='{id}'].selected")).ToBeVisibleAsync();
            var reading = page.Url;
            await note.Locator(".note-more .button").ClickAsync();

            await Expect(page).ToHaveURLAsync(site.At($"/passages/{id}").ToString());
            await Expect(page.Locator("#why")).ToBeVisibleAsync();
            await page.GoBackAsync();
            Assert.Equal(reading, page.Url);
            await Expect(page.Locator($"[data-passage='{id}'].selected")).ToBeInViewportAsync();
        });

    [Fact]
    public Task A_note_leads_to_its_words() =>
        browser.VisitAsync(site.At("/documents/2"), async page =>
        {
            var note = page.Locator("[data-note]").Last;
            var id = await note.GetAttributeAsync("data-note");

            await note.Locator(".note-words").ClickAsync();

            await Expect(page.Locator($"#p-{id}.selected")).ToBeInViewportAsync();
            Assert.Contains($"passage={id}", page.Url, StringComparison.Ordinal);
        });

    [Fact]
    public Task Pointing_at_a_passage_lights_its_note_and_the_other_way_round() =>
        browser.VisitAsync(site.At("/documents/1"), async page =>
        {
            var passage = page.Locator(".essay-text [data-passage].is-evidence").First;
            var id = await passage.GetAttributeAsync("data-passage");

            await passage.HoverAsync();
            await Expect(page.Locator($"[data-note='{id}'].lit")).ToBeVisibleAsync();

            var other = page.Locator("[data-note]:visible").First;
            await other.HoverAsync();
            await Expect(page.Locator($"#p-{await other.GetAttributeAsync("data-note")}.lit")).ToBeVisibleAsync();
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task What_is_marked_can_be_chosen_and_stands_in_the_address(bool script) =>
        browser.VisitAsync(site.At("/documents/1"), Visitor.AtDesk with { HasScript = script }, async page =>
        {
            var sign = page.Locator(".essay-text .is-evidence .sign").First;
            await Expect(sign).ToBeVisibleAsync();

            await page.Locator(".legend .is-evidence").ClickAsync();

            await Expect(sign).ToBeHiddenAsync();
            var address = page.Url;
            await page.GotoAsync(address);
            await Expect(sign).ToBeHiddenAsync();
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_theme_sets_its_passages_off(bool script) =>
        browser.VisitAsync(site.At("/documents/2"), Visitor.AtDesk with { HasScript = script }, async page =>
        {
            await page.Locator("[data-theme-menu] summary").ClickAsync();
            await page.Locator("[data-about='central-asia']").ClickAsync();

            await Expect(page).ToHaveURLAsync(site.At("/documents/2?theme=central-asia").ToString());
            await Expect(page.Locator(".essay-text [data-passage]:not(.off)").First).ToBeVisibleAsync();
            var kept = await page.Locator(".essay-text [data-passage]:not(.off)").EvaluateAllAsync<string[]>(
                "passages => passages.map(passage => passage.dataset.themes)");
            Assert.All(kept, themes => Assert.Contains("central-asia", themes, StringComparison.Ordinal));
            await Expect(page.Locator(".essay-text .off").First).ToBeVisibleAsync();
        });

    [Fact]
    public Task Every_permalink_of_an_essay_shows_its_passage_without_script() =>
        browser.VisitAsync(site.At("/documents/1"), Visitor.AtDesk with { HasScript = false }, async page =>
        {
            await page.Locator(".note-words:visible").Nth(12).ClickAsync();

            await Expect(page.Locator(".essay-text .selected").First).ToBeInViewportAsync();
            await Expect(page.Locator(".note.selected .note-more")).ToBeVisibleAsync();
        });
}
