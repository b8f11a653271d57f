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

    public static async Task<string> QuoteAsync(this IPage page, string passage) =>
        (await page.Locator($"[data-note='{passage}'] .note-words span").First.TextContentAsync())!.TrimStart('…', ' ');

    /// <summary>Selects some words of a paragraph as somebody drags over them.</summary>
    public static async Task DragOverWordsAsync(this IPage page, int paragraph)
    {
        var box = (await page.Locator(".essay-text p").Nth(paragraph).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 330, box.Y + 12, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
    }

    public static Task DoAsync(this IPage page, string what) => page.Locator($"[data-select-bar] [data-do={what}]").ClickAsync();

    /// <summary>Reaches a control of the open dialog with the keyboard alone.</summary>
    public static async Task TabToAsync(this IPage page, string control)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>($"document.activeElement.matches({System.Text.Json.JsonSerializer.Serialize(control)})"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {control}.");
    }
}
