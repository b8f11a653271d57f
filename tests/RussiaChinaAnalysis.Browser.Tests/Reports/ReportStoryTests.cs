using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Reports;

/// <summary>A reviewer makes a report and gives it away.</summary>
public sealed class ReportStoryTests(Chromium browser)
{
    [Fact]
    public async Task A_report_is_built_with_a_live_preview_saved_refreshed_and_downloaded_in_every_format()
    {
        await using var site = await OwnSite.StartAsync();
        await browser.VisitAsync(site.At("/reports/new"), Visitor.AtDesk.As(PersonRole.Reviewer), async page =>
        {
            await page.GetByLabel("Title").FillAsync("What was found");
            await page.GetByLabel("Summary").FillAsync("All of it **matters**.");
            // The preview follows by itself.
            await Expect(page.Locator(".builder-preview strong").GetByText("matters")).ToBeVisibleAsync();
            await page.GetByLabel("Sections", new() { Exact = true }).SelectOptionAsync("Document");
            await Expect(page.Locator(".builder-preview h2").First).ToHaveTextAsync("A patient wedge could still work");

            await page.GetByRole(AriaRole.Button, new() { Name = "Save the report" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("What was found");
            await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
            await Expect(page.Locator(".report-tools")).ToContainTextAsync("Version 2, the latest");
            await page.WaitForLoadStateAsync();

            var checks = new List<FilePayload>();
            foreach (var (name, ending) in new[] { ("HTML", "html"), ("PDF", "pdf"), ("Word", "docx"), ("Markdown", "md"), ("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json") })
            {
                await page.Locator(".report-tools summary", new() { HasTextString = "Download" }).ClickAsync();
                var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($".report-tools a[href*='/download/{ending}']").ClickAsync());
                Assert.Equal($"report-1-version-2.{ending}", download.SuggestedFilename);
                Assert.True(new FileInfo(await download.PathAsync()).Length > 1000, name);
                if (ending is "html" or "md" or "json")
                    checks.Add(new() { Name = download.SuggestedFilename, MimeType = "text/plain", Buffer = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken) });
            }

            await Axe.FindsNothingInAnyViewAsync(page);
            await page.GotoAsync($"{page.Url}/edit");
            await Axe.FindsNothingInAnyViewAsync(page);
            foreach (var file in checks)
            {
                await page.GotoAsync(site.At("/reports/verify").AbsoluteUri);
                await page.Locator("input[type=file]").SetInputFilesAsync(file);
                await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
                await Expect(page.Locator("main")).ToContainTextAsync("Unchanged");
                await Expect(page.Locator("main")).ToContainTextAsync("Gone: 0");
            }

            await Axe.FindsNothingInAnyViewAsync(page);
        });
    }

    [Fact]
    public async Task Without_script_the_same_is_done_with_buttons_and_links()
    {
        await using var site = await OwnSite.StartAsync();
        var visitor = Visitor.AtDesk.As(PersonRole.Reviewer) with { HasScript = false };
        await browser.VisitAsync(site.At("/reports/new?theme=central-asia"), visitor, async page =>
        {
            await page.GetByLabel("Title").FillAsync("Plain");
            await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
            await Expect(page.Locator(".builder-preview .report-item").First).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the report" }).ClickAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Plain");
            await page.Locator(".report-tools summary", new() { HasTextString = "Download" }).ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".report-tools a[href*='/download/html']").ClickAsync());
            Assert.Contains("Plain", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        });
    }
}
