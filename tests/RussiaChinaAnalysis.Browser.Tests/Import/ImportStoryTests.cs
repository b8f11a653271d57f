using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Edit;
using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Import;

/// <summary>An editor brings essays in, calls an import off, and takes in a revision.</summary>
public sealed class ImportStoryTests(Chromium browser, ImportSite site) : IClassFixture<ImportSite>
{
    /// <summary>So many that another worker finds the job before it has ended.</summary>
    private const int Many = 200;

    private const string Gone = "Nobody has asked the islanders so far.";
    private const string Kept = "Critics reply that crews are tired and dear.";
    private const string New = "A vote is planned for the autumn of next year.";

    private static readonly LocatorAssertionsToBeVisibleOptions InTime = new() { Timeout = 4 * (float)Visitor.Patience.TotalMilliseconds };

    private static readonly Visitor Editor = Visitor.AtDesk.As(PersonRole.Editor);

    [Fact]
    public Task Files_are_imported_and_revised_and_decisions_are_kept_reopened_or_placed_again() =>
        browser.VisitAsync(site.At("/import"), Editor, async page =>
        {
            var essay = site.File("ferries.md", ImportSite.First);
            await HandInAsync(
                page,
                essay,
                site.Zip("letters.zip", [("owls.md", "# On owls\n\nOwls should be left alone. They hunt mice."), ("inner.zip", "PK")]),
                site.File("broken.pdf", "%PDF-1.7 and no more"));
            await StoreWithCorrectedAuthorAsync(page);
            await DownloadsUnchangedAsync(page, essay);
            var document = (await page.Locator(".outcomes a", new() { HasTextString = "On ferries" }).GetAttributeAsync("href"))!;
            await page.GotoAsync(site.At(document).ToString());
            foreach (var words in new[] { Gone, Kept, "In 2024 the night line" })
                await AcceptAsync(page, words);

            await CallOffNearDuplicateAsync(page, document);
            await ReviseAsync(page);
            await ReopenedIsShownAsync(page, document);
            await PlaceWithScriptAsync(page, document);
            await browser.VisitAsync(site.At($"{document}/versions"), Editor with { HasScript = false }, PlaceWithoutScriptAsync);
            await ReadAnewAsync(page);
        });

    [Fact]
    public Task A_running_import_is_called_off_and_what_was_stored_stays() =>
        browser.VisitAsync(site.At("/import"), Editor, async page =>
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Build.Root, "seeds", "why-the-wedge-fails.md"), TestContext.Current.CancellationToken);
            var essays = Enumerable.Range(1, Many).Select(number => ($"essay-{number}.txt", $"Copy {number} of the same essay.\n\n{text}"));
            await page.Locator("#files").SetInputFilesAsync(site.Zip("many.zip", essays));
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true })).ToBeVisibleAsync(InTime);

            await using (var worker = site.StartIdleWorker())
            {
                var taking = worker.TakeAsync(job => job.Kind == "store-import" && job.Done > 0);
                await page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();
                await taking;
                await Expect(page.Locator("[data-follow-words]")).ToContainTextAsync($"of {Many})");
                await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Being cancelled" })).ToBeDisabledAsync();
            }

            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import more" })).ToBeVisibleAsync(InTime);
            var (stored, cancelled) = (await OutcomesAsync(page, "Imported"), await OutcomesAsync(page, "Cancelled"));
            Assert.Equal(Many, stored + cancelled);
            Assert.NotEqual(0, stored);
            Assert.NotEqual(0, cancelled);
            await Expect(page.Locator("#outcomes")).ToHaveTextAsync($"{stored} of {Many} files imported");
        });

    [Fact]
    public Task What_was_typed_stays_when_the_session_has_ended() =>
        browser.VisitAsync(site.At("/import"), Editor, async page =>
        {
            await page.Locator("#text").FillAsync("Ferries should run at night.");
            await page.Context.ClearCookiesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();

            await Expect(page.Locator("[data-progress-words]")).ToContainTextAsync("You are no longer signed in");
            await Expect(page.Locator("#text")).ToHaveValueAsync("Ferries should run at night.");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Read the files" })).ToBeEnabledAsync();
        });

    [Fact]
    public Task An_import_that_cannot_be_followed_is_shown_when_it_has_ended() =>
        browser.VisitAsync(site.At("/import"), Editor with { ExpectedStatus = 503 }, async page =>
        {
            var refused = new TaskCompletionSource();
            await page.RouteAsync("**/import/*/progress", async route =>
            {
                await route.FulfillAsync(new() { Status = 503 });
                refused.TrySetResult();
            });
            var essays = Enumerable.Range(1, Many).Select(number => ($"letter-{number}.txt", $"Letter {number}. The post should come on Sundays too. Nobody reads it on a Monday."));
            await page.Locator("#files").SetInputFilesAsync(site.Zip("letters.zip", essays));
            await using (var worker = site.StartIdleWorker())
            {
                var taking = worker.TakeAsync(job => job.Kind == "read-import");
                await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
                await taking;
                await refused.Task.WaitAsync(Visitor.Patience, TestContext.Current.CancellationToken);
            }

            await Expect(page.Locator("h1")).ToHaveTextAsync("What was found", new() { Timeout = InTime.Timeout });
            await StoreAsync(page);

            await Expect(page.Locator("#outcomes")).ToHaveTextAsync($"{Many} of {Many} files imported");
        });

    private static async Task HandInAsync(IPage page, params string[] files)
    {
        await page.Locator("#files").SetInputFilesAsync(files);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the files" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("What was found", new() { Timeout = InTime.Timeout });
    }

    private static async Task StoreWithCorrectedAuthorAsync(IPage page)
    {
        var found = page.Locator("fieldset.found", new() { HasTextString = "ferries.md" });
        await Expect(found.GetByLabel("Title")).ToHaveValueAsync("On ferries");
        await Expect(found.GetByLabel("Author")).ToHaveValueAsync("M. Lindqvist");
        await Expect(page.Locator(".outcomes")).ToContainTextAsync("broken.pdf is damaged");
        await Expect(page.Locator(".outcomes")).ToContainTextAsync("archive within an archive");
        await Axe.FindsNothingInAnyViewAsync(page);

        await found.GetByLabel("Author").FillAsync("Mara Lindqvist");
        await StoreAsync(page);

        await Expect(page.Locator("#outcomes")).ToHaveTextAsync("2 of 4 files imported");
        Assert.Equal(2, await OutcomesAsync(page, "Imported"));
        Assert.Equal(2, await OutcomesAsync(page, "Refused"));
        await Axe.FindsNothingInAnyViewAsync(page);
    }

    private static async Task StoreAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Import more" })).ToBeVisibleAsync(InTime);
    }

    private static async Task DownloadsUnchangedAsync(IPage page, string essay)
    {
        await page.Locator(".outcomes a", new() { HasTextString = "On ferries" }).ClickAsync();
        await Expect(page.Locator(".byline")).ToContainTextAsync("Mara Lindqvist");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Original file" }).ClickAsync());
        Assert.Equal("ferries.md", download.SuggestedFilename);
        Assert.Equal(
            await File.ReadAllBytesAsync(essay, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        await page.GoBackAsync();
    }

    private static async Task AcceptAsync(IPage page, string words)
    {
        var passage = (await page.Locator(".note", new() { Has = page.Locator(".note-words", new() { HasTextString = words }) }).GetAttributeAsync("data-note"))!;
        await page.SelectAsync(passage);
        await page.Keyboard.PressAsync("a");
        await page.SaysAsync($"Accepted “{words}");
    }

    private async Task CallOffNearDuplicateAsync(IPage page, string document)
    {
        await page.GotoAsync(site.At("/import").ToString());
        await HandInAsync(page, site.File("other-name.md", ImportSite.First + "\nOne more word.\n"));
        await Expect(page.Locator(".found .notice a")).ToHaveAttributeAsync("href", document);
        await Expect(page.Locator(".found .notice")).ToContainTextAsync("of the wording is also in On ferries");
        await page.GetByRole(AriaRole.Button, new() { Name = "Store nothing" }).ClickAsync();
        await Expect(page.Locator(".outcomes")).ToContainTextAsync("Called off before it was stored.");
    }

    private async Task ReviseAsync(IPage page)
    {
        await page.GotoAsync(site.At("/import").ToString());
        await HandInAsync(page, site.File("ferries.md", ImportSite.Second));
        var preview = page.Locator(".preview");
        await Expect(preview).ToContainTextAsync("8 unchanged, 0 moved, 1 altered, 1 gone, 1 new");
        await Expect(preview).ToContainTextAsync("1 holds, 1 is to be made again and 1 could not be placed");
        await Expect(preview.Locator("del").First).ToHaveTextAsync("31");
        await Expect(preview.Locator("ins").First).ToHaveTextAsync("34");
        await Expect(preview.Locator("ins").Last).ToHaveTextAsync(New);
        await Axe.FindsNothingInAnyViewAsync(page);
        await StoreAsync(page);
        await Expect(page.Locator(".outcomes")).ToContainTextAsync("New version");
    }

    private async Task ReopenedIsShownAsync(IPage page, string document)
    {
        await page.GotoAsync(site.At(document).ToString());
        var kept = page.Locator(".note", new() { Has = page.Locator(".note-words", new() { HasTextString = Kept }) });
        await Expect(kept.Locator(".facts")).ToContainTextAsync("Accepted");
        await Expect(kept.Locator(".facts")).Not.ToContainTextAsync("before the words changed");
        var altered = page.Locator(".note", new() { Has = page.Locator(".note-words", new() { HasTextString = "34 percent" }) });
        await Expect(altered.Locator(".facts")).ToContainTextAsync("Accepted before the words changed");

        await page.GotoAsync(site.At($"{document}/versions/2").ToString());
        await Axe.FindsNothingInAnyViewAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the passage" }).ClickAsync();
        await Expect(page.Locator(".reopened-decision")).ToContainTextAsync("To be decided again");
        await Expect(page.Locator(".reopened-decision del")).ToHaveTextAsync("31");
        await Axe.FindsNothingInAnyViewAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Expect(page.Locator(".reopened-decision")).ToHaveCountAsync(0);
    }

    private async Task PlaceWithScriptAsync(IPage page, string document)
    {
        await page.GotoAsync(site.At(document).ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "1 passage of a former version not placed" }).ClickAsync();
        await Expect(page.Locator(".unplaced")).ToContainTextAsync(Gone);
        await Axe.FindsNothingInAnyViewAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Place it" }).ClickAsync();
        await page.Locator(".paragraphs a", new() { HasTextString = "They will have the last word" }).First.ClickAsync();
        await Axe.FindsNothingInAnyViewAsync(page);
        await page.Locator("[data-place] p").SelectTextAsync();
        await Expect(page.GetByLabel("First word").Locator("option:checked")).ToHaveTextAsync("They");
        await Expect(page.GetByLabel("Last word").Locator("option:checked")).ToHaveTextAsync("year.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place it here" }).ClickAsync();
        await Expect(page.Locator(".notice.good")).ToContainTextAsync("Placed “Nobody has asked");
        await Expect(page.Locator(".unplaced")).ToHaveCountAsync(0);
        await page.Locator(".notice.good").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".unplaced")).ToContainTextAsync(Gone);
    }

    private static async Task PlaceWithoutScriptAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Place it" }).ClickAsync();
        await page.Locator(".paragraphs a", new() { HasTextString = "They will have the last word" }).First.ClickAsync();
        await page.GetByLabel("First word").SelectOptionAsync("A");
        await page.GetByLabel("Last word").SelectOptionAsync("year.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place it here" }).PressAsync("Enter");
        await Expect(page.Locator(".notice.good")).ToContainTextAsync($"Placed “{Gone}” at “{New}”");
        await Expect(page.Locator(".unplaced")).ToHaveCountAsync(0);
    }

    private async Task ReadAnewAsync(IPage page)
    {
        await page.GotoAsync(site.At("/import/again").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the corpus anew" }).ClickAsync();
        await Expect(page.GetByText("essays read, 0 changed")).ToBeVisibleAsync(InTime);
    }

    private static Task<int> OutcomesAsync(IPage page, string word) =>
        page.Locator(".outcomes li", new() { Has = page.Locator("strong", new() { HasTextString = word }) }).CountAsync();
}
