using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class TouchTests(Chromium browser, EditedSite site)
{
    [Fact]
    public async Task A_word_that_is_pressed_long_on_a_phone_is_commented()
    {
        await browser.VisitAsync(site.NewEssay(), (Visitor.OnPhone with { HasTouch = true }).As(PersonRole.Editor), async page =>
        {
            var paragraph = page.Locator(".essay-text p").First;
            await paragraph.ScrollIntoViewIfNeededAsync();
            var box = (await paragraph.BoundingBoxAsync())!;
            await page.LongPressAsync(box.X + 120, box.Y + 74);

            await Expect(page.Locator("[data-select-bar]")).ToBeVisibleAsync();
            await page.Locator("[data-select-bar] [data-do=comment]").TapAsync();
            await page.Locator("#work-note textarea").FillAsync("Written with a thumb.");
            await page.Locator("#work-note button.main").TapAsync();
            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator(".noted").First).ToBeVisibleAsync();
        });
    }
}
