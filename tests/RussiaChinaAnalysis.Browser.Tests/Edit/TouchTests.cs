using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

public sealed class TouchTests(Chromium browser, EditedSite site)
{
    [Fact]
    public async Task Words_that_a_phone_has_selected_are_commented_and_made_a_claim_with_taps()
    {
        await browser.VisitAsync(site.NewEssay(), (Visitor.OnPhone with { HasTouch = true }).As(PersonRole.Editor), async page =>
        {
            await page.SelectByTouchAsync(0);
            await page.Locator("[data-select-bar] [data-do=comment]").TapAsync();
            await page.Locator("#work-note textarea").FillAsync("Written with a thumb.");
            await page.Locator("#work-note button.main").TapAsync();
            await page.SaysAsync("Wrote a note on");
            await Expect(page.Locator(".noted").First).ToBeVisibleAsync();

            await page.SelectByTouchAsync(2);
            await page.Locator("[data-select-bar] [data-do=claim]").TapAsync();
            await page.SaysAsync("a claim");
            await page.Locator(".note.selected .note-ways [data-do=reject]").TapAsync();
            await page.SaysAsync("Rejected");
        });
    }
}
