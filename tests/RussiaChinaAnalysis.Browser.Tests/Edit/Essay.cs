using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>What an editor does on the page of an essay.</summary>
internal static class Essay
{
    /// <summary>The ids of the passages that are marked, in the order of the text.</summary>
    public static async Task<string[]> MarkedAsync(this IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-sign]')].filter(sign => sign.offsetParent).map(sign => sign.dataset.sign)");

    public static async Task SelectAsync(this IPage page, string passage)
    {
        await page.Locator($"[data-sign='{passage}']").ClickAsync();
        await Expect(page.Locator($".note.selected[data-note='{passage}'] .note-ways")).ToBeVisibleAsync();
    }

    /// <summary>What the page tells everybody, and so a screen reader.</summary>
    public static async Task SaysAsync(this IPage page, string words)
    {
        await Expect(page.Locator("[data-toast-words]")).ToContainTextAsync(words);
        await Expect(page.Locator("[data-announce]")).ToContainTextAsync(words);
    }

    /// <summary>Keeps what the page says from now on, since the next word may soon stand in the place of the last.</summary>
    public static Task RememberSayingsAsync(this IPage page) => page.EvaluateAsync(
        """
        () => {
            const words = document.querySelector('[data-toast-words]');
            const root = document.documentElement;
            const remember = () => { root.dataset.said = `${root.dataset.said ?? ''}\n${words.textContent}`; };
            new MutationObserver(remember).observe(words, { childList: true, characterData: true, subtree: true });
        }
        """);

    /// <summary>Whether it was among what the page has said since <see cref="RememberSayingsAsync"/>.</summary>
    public static Task HasSaidAsync(this IPage page, string words) =>
        Expect(page.Locator("html")).ToHaveAttributeAsync("data-said", new Regex(Regex.Escape(words)));

    public static async Task<string> QuoteAsync(this IPage page, string passage) =>
        (await page.Locator($"[data-note='{passage}'] .note-words span").First.TextContentAsync())!.TrimStart('…', ' ');

    /// <summary>Selects some words of a paragraph, in its second line, as somebody drags over them.</summary>
    public static async Task DragOverWordsAsync(this IPage page, int paragraph, int from = 60, int to = 330)
    {
        var words = page.Locator(".essay-text p").Nth(paragraph);
        await words.ScrollIntoViewIfNeededAsync();
        var box = (await words.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + from, box.Y + 42);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + to, box.Y + 42, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
    }

    public static Task DoAsync(this IPage page, string what) => page.Locator($"[data-select-bar] [data-do={what}]").ClickAsync();

    public static Task WayAsync(this IPage page, string what) => page.Locator($".note.selected .note-ways [data-do={what}]").ClickAsync();

    /// <summary>Selects some words with the caret, from where it stands.</summary>
    public static async Task SelectByKeysAsync(this IPage page, int words, int before = 0)
    {
        await page.Locator("[data-essay]").FocusAsync();
        for (var word = 0; word < before; word++)
            await page.Keyboard.PressAsync("Control+ArrowRight");
        for (var word = 0; word < words; word++)
            await page.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
    }

    /// <summary>Leaves a selection as a phone does after a long press; the press itself is the phone's, not the page's.</summary>
    public static async Task SelectByTouchAsync(this IPage page, int paragraph)
    {
        await page.Locator(".essay-text p").Nth(paragraph).EvaluateAsync(
            "words => { const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT); let node = text.nextNode(); while (node.length < 30) node = text.nextNode(); getSelection().setBaseAndExtent(node, 4, node, 24); }");
        await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
    }

    /// <summary>Reaches a control with the keyboard alone.</summary>
    public static async Task TabToAsync(this IPage page, string control)
    {
        for (var presses = 0; presses < 160; presses++)
        {
            if (await page.EvaluateAsync<bool>($"document.activeElement.matches({System.Text.Json.JsonSerializer.Serialize(control)})"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {control}.");
    }

    public static async Task TabToAndPressAsync(this IPage page, string control, string key = "Enter")
    {
        await page.TabToAsync(control);
        await page.Keyboard.PressAsync(key);
    }
}
