using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests;

/// <summary>Everything below happens without a pointer.</summary>
public sealed class KeyboardTests(Chromium browser, SeededSite site)
{
    [Fact]
    public Task A_search_is_typed_walked_through_and_opened() =>
        browser.VisitAsync(site.At("/"), async page =>
        {
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("trade");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("ol.passages")).ToBeVisibleAsync();
            // Until its scripts listen, a key is lost.
            await page.WaitForLoadStateAsync();

            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-walk]").First).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-walk]").Nth(1)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("k");
            await Expect(page.Locator("[data-walk]").First).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.Locator("#why")).ToBeVisibleAsync();
        });

    [Fact]
    public Task An_essay_is_walked_through_passage_by_passage() =>
        browser.VisitAsync(site.At("/documents/1"), async page =>
        {
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("j");
            var selected = page.Locator(".essay-text .selected");
            await Expect(selected).ToHaveCountAsync(1);
            var second = await selected.GetAttributeAsync("data-passage");
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator($"#p-{second}.selected")).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("k");
            await Expect(page.Locator($"#p-{second}.selected")).ToBeInViewportAsync();
            await Expect(page.Locator($".note[data-note='{second}']")).ToBeInViewportAsync();

            await page.Keyboard.PressAsync("Escape");
            await Expect(selected).ToHaveCountAsync(0);
        });

    [Fact]
    public Task What_escape_closes_leaves_the_selected_passage_alone() =>
        browser.VisitAsync(site.At("/documents/1"), async page =>
        {
            await page.Keyboard.PressAsync("j");
            var selected = page.Locator(".essay-text .selected");
            await Expect(selected).ToHaveCountAsync(1);

            await page.Keyboard.PressAsync("?");
            await Expect(page.Locator("dialog#shortcuts")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator("dialog#shortcuts")).ToBeHiddenAsync();
            await Expect(selected).ToHaveCountAsync(1);

            var menu = page.Locator("details.menu").First;
            await menu.Locator("summary").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(menu).ToHaveAttributeAsync("open", "");
            await page.Keyboard.PressAsync("Escape");
            await Expect(menu).Not.ToHaveAttributeAsync("open", "");
            await Expect(selected).ToHaveCountAsync(1);

            await page.Keyboard.PressAsync("Escape");
            await Expect(selected).ToHaveCountAsync(0);
        });

    [Fact]
    public Task On_a_passage_the_same_keys_turn_to_its_neighbours() =>
        browser.VisitAsync(site.At("/passages/5"), async page =>
        {
            await page.Keyboard.PressAsync("j");
            await Expect(page).ToHaveURLAsync(site.At("/passages/6").ToString());
            await page.WaitForLoadStateAsync();
            await page.Keyboard.PressAsync("k");
            await Expect(page).ToHaveURLAsync(site.At("/passages/5").ToString());
        });

    [Fact]
    public Task The_question_mark_shows_the_keys_and_escape_puts_them_away() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
            await page.Keyboard.PressAsync("?");
            await Expect(keys).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(keys).ToBeHiddenAsync();
        });

    [Fact]
    public Task Single_keys_can_be_turned_off_and_on_again() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var (keys, walked) = (page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" }), page.Locator("[data-walk]:focus"));
            await page.Keyboard.PressAsync("?");
            await keys.Locator("[data-single-keys]").UncheckAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(keys).ToBeHiddenAsync();
            await page.ReloadAsync();
            foreach (var key in new[] { "j", "/", "?" })
                await page.Keyboard.PressAsync(key);
            await Expect(walked).ToHaveCountAsync(0);
            await Expect(page.Locator("main [data-search]")).Not.ToBeFocusedAsync();
            await Expect(keys).ToBeHiddenAsync();

            await page.Locator("[data-opens-shortcuts]").ClickAsync();
            await keys.Locator("[data-single-keys]").CheckAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(keys).ToBeHiddenAsync();
            await page.Keyboard.PressAsync("j");
            await Expect(walked).ToHaveCountAsync(1);
        });

    [Fact]
    public Task A_browser_that_keeps_nothing_has_all_keys() =>
        browser.VisitAsync(site.At("/"), async page =>
        {
            await page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })");
            await page.GotoAsync(site.At("/claims").ToString());
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-walk]").First).ToBeFocusedAsync();

            var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
            await page.Keyboard.PressAsync("?");
            await keys.Locator("[data-single-keys]").UncheckAsync();
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("j");
            await Expect(page.Locator("[data-walk]").Nth(1)).Not.ToBeFocusedAsync();
        });

    [Fact]
    public Task Letters_are_known_in_another_script_and_with_caps_lock_and_left_to_input_methods() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var stops = page.Locator("[data-walk]");
            await PressAsync(page, "{ key: 'о', code: 'KeyJ', keyCode: 229 }");
            await PressAsync(page, "{ key: 'о', code: 'KeyJ', isComposing: true }");
            await PressAsync(page, "{ key: 'J', code: 'KeyJ', shiftKey: true }");
            await PressAsync(page, "{ key: 'о', code: 'KeyJ' }");
            await Expect(stops.Nth(0)).ToBeFocusedAsync();
            await PressAsync(page, "{ key: 'J', code: 'KeyJ' }");
            await Expect(stops.Nth(1)).ToBeFocusedAsync();
        });

    /// <summary>A key as the browser reports it on another layout than the one that tests press keys on.</summary>
    private static Task PressAsync(IPage page, string key) =>
        page.EvaluateAsync($"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, ...{key} }}))");

    [Fact]
    public Task Keys_that_are_typed_into_a_field_stay_there() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var search = page.Locator("main [data-search]");
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync("jk?/");

            await Expect(search).ToHaveValueAsync("jk?/");
        });

    [Fact]
    public Task The_first_stop_of_the_tab_key_skips_to_the_content() =>
        browser.VisitAsync(site.At("/documents"), async page =>
        {
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(".skip")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.Locator("#main")).ToBeFocusedAsync();
        });
}
