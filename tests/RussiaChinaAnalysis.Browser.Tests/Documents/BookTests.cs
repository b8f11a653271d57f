using RussiaChinaAnalysis.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Documents;

public sealed class BookTests(Chromium browser)
{
    [Fact]
    public async Task What_is_marked_and_the_theme_stay_chosen_in_the_next_part()
    {
        await using var site = await OwnSite.StartWithAsync(Book());
        await browser.VisitAsync(site.At("/documents/1"), async page =>
        {
            await page.Locator(".legend .is-evidence").ClickAsync();
            await page.Locator("[data-theme-menu] summary").ClickAsync();
            var theme = page.Locator("[data-theme-menu] [data-about]:not([data-about=''])").First;
            var slug = await theme.GetAttributeAsync("data-about");
            await theme.ClickAsync();

            await page.Locator(".parts [rel=next]").ClickAsync();
            await ExpectChoicesAsync();
            await page.Locator(".legend .is-evidence").ClickAsync();
            await page.Locator(".legend .is-evidence").ClickAsync();
            var walk = await page.Locator(".parts [rel=next]").GetAttributeAsync("data-walk-on");
            // The outline is hidden where there is no room beside the text.
            var heading = await page.Locator(".outline a:not([href^='#'])").First.GetAttributeAsync("href");
            await page.GotoAsync(site.At(walk!).ToString());
            await ExpectChoicesAsync();
            await page.GotoAsync(site.At(heading!).ToString());
            await ExpectChoicesAsync();

            async Task ExpectChoicesAsync()
            {
                await Expect(page.Locator(".legend .is-claim[aria-current=true]")).ToHaveCountAsync(1);
                await Expect(page.Locator(".legend .is-evidence:not([aria-current])")).ToHaveCountAsync(1);
                await Expect(page.Locator($"[data-about='{slug}'][aria-current=true]")).ToHaveCountAsync(1);
            }
        });
    }

    /// <summary>Long enough for more than two parts.</summary>
    private static string Book() => "# A book\n\n" + string.Concat(Enumerable.Range(1, 12).Select(chapter =>
        $"## Chapter {chapter}\n\n" + string.Concat(Enumerable.Range(1, 40).Select(paragraph =>
            $"Trade of region {chapter} with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024, because roads were built to place {chapter * paragraph}.\n\n"))));
}
