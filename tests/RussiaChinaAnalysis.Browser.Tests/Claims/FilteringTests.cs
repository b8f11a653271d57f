using System.Globalization;
using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Claims;

public sealed class FilteringTests(Chromium browser, SeededSite site)
{
    public static TheoryData<bool> WithAndWithoutScript => [true, false];

    [Theory]
    [MemberData(nameof(WithAndWithoutScript))]
    public Task A_facet_keeps_what_it_counted_and_lets_go_again(bool script) =>
        browser.VisitAsync(site.At("/claims"), Visitor.AtDesk with { HasScript = script }, async page =>
        {
            var all = await TotalAsync(page);
            var claim = page.Locator(".facet-value.is-claim .pick");
            var counted = await NumberAsync(claim.Locator(".count"));

            await claim.ClickAsync();

            await Expect(page).ToHaveURLAsync(site.At("/claims?role=claim").ToString());
            Assert.Equal(counted, await TotalAsync(page));
            await Expect(page.Locator("ol.passages .passage")).ToHaveCountAsync(Math.Min(counted, 25));
            await Expect(page.Locator("ol.passages .passage:not(.is-claim):not(.is-thesis)")).ToHaveCountAsync(0);
            await Expect(page.Locator("h1")).ToContainTextAsync("laim");

            await page.Locator(".chip").ClickAsync();

            Assert.Equal(all, await TotalAsync(page));
        });

    [Fact]
    public Task A_value_can_be_ruled_out() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var all = await TotalAsync(page);
            var evidence = page.Locator(".facet-value.is-evidence");
            var counted = await NumberAsync(evidence.Locator(".count"));

            await evidence.HoverAsync();
            await evidence.Locator(".rule-out").ClickAsync();

            await Expect(page.Locator(".chip.out")).ToContainTextAsync("not Evidence");
            Assert.Equal(all - counted, await TotalAsync(page));
        });

    [Fact]
    public Task Facets_combine_with_a_search_and_its_hits_are_marked() =>
        browser.VisitAsync(site.At("/claims?role=evidence"), async page =>
        {
            var search = page.Locator("main [data-search]");
            await search.FillAsync("\"Central Asia\"");
            await search.PressAsync("Enter");

            await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
            var quotes = page.Locator("ol.passages .quote");
            await Expect(quotes).Not.ToHaveCountAsync(0);
            Assert.All(
                await quotes.AllTextContentsAsync(),
                quote => Assert.Contains("central asia", quote, StringComparison.OrdinalIgnoreCase));
            await Expect(quotes.First.Locator("mark").First).ToBeVisibleAsync();
        });

    [Fact]
    public Task Pages_of_the_list_lead_forth_and_back() =>
        browser.VisitAsync(site.At("/claims"), async page =>
        {
            var first = await page.Locator("ol.passages .quote a").AllTextContentsAsync();

            await page.Locator(".pager a[rel=next]").ClickAsync();
            await Expect(page.Locator(".pager a[rel=prev]")).ToBeVisibleAsync();
            var second = await page.Locator("ol.passages .quote a").AllTextContentsAsync();
            await page.Locator(".pager a[rel=prev]").ClickAsync();

            Assert.NotEqual(first, second);
            await Expect(page.Locator("ol.passages .quote a")).ToHaveTextAsync(first);
        });

    [Fact]
    public Task On_a_phone_the_filters_fold_away() =>
        browser.VisitAsync(site.At("/claims"), Visitor.OnPhone, async page =>
        {
            var claim = page.Locator(".facet-value.is-claim .pick");
            await Expect(claim).ToBeHiddenAsync();

            await page.Locator(".facets-drawer > summary").ClickAsync();
            await claim.ClickAsync();

            await Expect(page).ToHaveURLAsync(site.At("/claims?role=claim").ToString());
        });

    private static Task<int> TotalAsync(IPage page) => NumberAsync(page.Locator(".result-count .number"));

    private static async Task<int> NumberAsync(ILocator locator) =>
        int.Parse(await locator.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
