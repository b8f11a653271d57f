using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Edit;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Themes;

/// <summary>On a site of their own: what happens to the codebook is told on every open essay.</summary>
public sealed class CodebookTests(Chromium browser) : IAsyncLifetime
{
    private OwnSite site = null!;

    private static readonly Visitor Administrator = Visitor.AtDesk.As(PersonRole.Administrator);

    public async ValueTask InitializeAsync() => site = await OwnSite.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_theme_is_made_renamed_moved_retired_and_merged_with_the_mouse()
    {
        await browser.VisitAsync(site.At("/themes"), Administrator, async page =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "New theme" }).ClickAsync();
            await page.Locator("#name").FillAsync("Grain routes");
            await page.Locator("#definition").FillAsync("How grain travels, such as by the Black Sea.");
            await page.Locator("#terms").FillAsync("grain\ngrain deal = 0.8");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Added the theme “Grain routes”");

            await page.GotoAsync(site.At("/themes/grain-routes/edit").ToString());
            await Expect(page.Locator(".lead")).ToContainTextAsync("A change here touches 0 passages");
            await page.Locator("#name").FillAsync("Grain corridors");
            await page.Locator("#colour").FillAsync("#884400");
            await page.Locator("#parent").SelectOptionAsync("central-asia");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Changed the theme “Grain corridors”");
            await Expect(page.Locator("#parent")).ToHaveValueAsync("central-asia");
            await page.GetByRole(AriaRole.Button, new() { Name = "Retire" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take up again" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Take up again" }).ClickAsync();
            await page.Locator("#into").SelectOptionAsync("trade-share");
            await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Merged the theme “Grain corridors” into");
            await page.Locator(".notice.good button").ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Undid: Merged");
        });
    }

    [Fact]
    public async Task A_codebook_is_taken_in_from_a_table_after_a_look_at_what_it_changes()
    {
        using var folder = new TemporaryFolder();
        await browser.VisitAsync(site.At("/themes/import"), Administrator with { ExpectedStatus = 422 }, async page =>
        {
            await page.Locator("#file").SetInputFilesAsync(folder.Write("wrong.csv", "name,colour\nPipelines,brown\n"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Line 2, “Pipelines”: “brown” is no colour");

            await page.GotoAsync(site.At("/themes/import").ToString());
            await page.Locator("#file").SetInputFilesAsync(folder.Write("right.csv", "name,parent,definition\nPipelines,Carriers,Gas and oil in pipes.\nCarriers,,What carries goods.\n"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
            await Expect(page.Locator(".lead")).ToContainTextAsync("would add 2 themes and change 0 themes");
            await Expect(page.Locator(".planned tr", new() { HasTextString = "Below" })).ToContainTextAsync("Carriers");
            await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Took a codebook in: 2 new, 0 changed");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Pipelines" })).ToBeVisibleAsync();

            // Who has been shown it knows what the file holds: it is the same now.
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href='/themes/codebook.csv']").ClickAsync());
            await page.GotoAsync(site.At("/themes/import").ToString());
            await download.SaveAsAsync(folder.Child("codebook.csv"));
            await page.Locator("#file").SetInputFilesAsync(folder.Child("codebook.csv"));
            await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
            await Expect(page.Locator(".lead")).ToContainTextAsync("would add 0 themes and change 0 themes");
        });
    }

    [Fact]
    public async Task A_theme_is_made_renamed_moved_retired_and_merged_by_keys()
    {
        await browser.VisitAsync(site.At("/themes"), Administrator, async page =>
        {
            await page.TabToAndPressAsync("a[href='/themes/new/edit']");
            await page.WaitForURLAsync("**/themes/new/edit");
            await page.TabToAsync("#name");
            await page.Keyboard.TypeAsync("Fur trade");
            await page.TabToAsync("#terms");
            await page.Keyboard.TypeAsync("fur");
            await page.TabToAndPressAsync(".theme-form button.main");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Added the theme “Fur trade”");

            await page.GotoAsync(site.At("/themes/fur-trade/edit").ToString());
            await page.TabToAsync("#name");
            await page.Keyboard.PressAsync("Control+a");
            await page.Keyboard.TypeAsync("Trade in furs");
            await page.TabToAsync("#parent");
            await page.Keyboard.TypeAsync("Central");
            await page.TabToAndPressAsync(".theme-form button.main");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Changed the theme “Trade in furs”");
            await page.TabToAndPressAsync("form[action$=retire] button");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Retired the theme “Trade in furs”");
            await page.TabToAndPressAsync("form[action$=retire] button");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Took up the theme “Trade in furs”");
            await page.TabToAsync("#into");
            await page.Keyboard.TypeAsync("Central");
            await page.TabToAndPressAsync("form[action$=merge] button");
            await Expect(page.Locator(".notice.good")).ToContainTextAsync("Merged the theme “Trade in furs” into “Central Asia”");
        });
    }
}
