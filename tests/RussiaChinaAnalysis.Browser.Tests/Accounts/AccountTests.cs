using Microsoft.Playwright;
using RussiaChinaAnalysis.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RussiaChinaAnalysis.Browser.Tests.Accounts;

/// <summary>From the printed link to a team: one administrator and one newcomer, in two browsers.</summary>
public sealed class AccountTests(Chromium browser)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Accounts_begin_with_a_link_and_are_looked_after_in_the_browser()
    {
        await using var site = await OwnSite.StartAsync();
        // Who looks in the same browser before has no account.
        await browser.VisitAsync(site.FirstLink, Visitor.AtDesk, async chief =>
        {
            await Expect(chief.GetByRole(AriaRole.Heading, new() { Name = "Welcome" })).ToBeVisibleAsync();
            await chief.Locator("#display-name").FillAsync("The Chief");
            await chief.Locator("#sign-in-name").FillAsync("chief");
            await chief.Locator("#password").FillAsync(Password);
            await chief.GetByRole(AriaRole.Button, new() { Name = "Save and start" }).ClickAsync();
            await Expect(chief.Locator("details.account summary")).ToContainTextAsync("The Chief");

            await chief.GotoAsync(site.At("/people").ToString());
            await chief.Locator("#note").FillAsync("Ada");
            await chief.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
            var invitation = new Uri((await chief.Locator("#given-secret").TextContentAsync())!);

            await browser.VisitAsync(site.At(invitation.PathAndQuery), Visitor.AtDesk, async ada =>
            {
                await ada.Locator("#display-name").FillAsync("Ada");
                await ada.Locator("#sign-in-name").FillAsync("ada");
                await ada.Locator("#password").FillAsync(Password);
                await ada.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
                await Expect(ada.Locator("details.account summary")).ToContainTextAsync("Ada");

                await ada.GotoAsync(site.At("/profile").ToString());
                await ada.Locator("#token-name").FillAsync("A script");
                await ada.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
                await Expect(ada.Locator("#given-secret")).ToContainTextAsync("rca_");
                await ada.GetByRole(AriaRole.Button, new() { Name = "Revoke A script" }).ClickAsync();
                await Expect(ada.GetByRole(AriaRole.Status)).ToContainTextAsync("The token is revoked");

                // Signed out, and in again with the keyboard alone.
                await ada.Locator("details.account summary").ClickAsync();
                await ada.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
                await SignInAsync(ada, Password);
                await Expect(ada.Locator("details.account summary")).ToContainTextAsync("Ada");

                await chief.GotoAsync(site.At("/people/2").ToString());
                await chief.GetByRole(AriaRole.Button, new() { Name = "End sessions" }).ClickAsync();
                await Expect(chief.GetByRole(AriaRole.Status)).ToContainTextAsync("All sessions of this person have ended");
                await ada.GotoAsync(site.At("/profile").ToString());
                Assert.Contains("/sign-in", ada.Url, StringComparison.Ordinal);
            });

            // The browser reports each refusal.
            await browser.VisitAsync(site.At("/sign-in"), Visitor.AtDesk with { ExpectedStatus = 400 }, async ada =>
            {
                for (var attempt = 0; attempt < 6; attempt++)
                    await SignInAsync(ada, "wrong wrong wrong");
                await Expect(ada.GetByRole(AriaRole.Alert)).ToContainTextAsync("rests for five minutes");

                await chief.GetByRole(AriaRole.Button, new() { Name = "Make a password link" }).ClickAsync();
                var reset = new Uri((await chief.Locator("#given-secret").TextContentAsync())!);
                await ada.GotoAsync(site.At(reset.PathAndQuery).ToString());
                await ada.Locator("#password").FillAsync("another long password");
                await ada.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                await SignInAsync(ada, "another long password");
                await Expect(ada.Locator("details.account summary")).ToContainTextAsync("Ada");
            });

            await chief.GotoAsync(site.At("/history").ToString());
            await Expect(chief.Locator(".change").First).ToContainTextAsync("Ada Set a new password with an administrator’s link");
            var log = await chief.RunAndWaitForDownloadAsync(() => chief.Locator("a[href='/history/log.csv']").ClickAsync());
            var path = site.Folder.Child("log.csv");
            await log.SaveAsAsync(path);
            Assert.Contains("Ended all sessions of Ada", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        });
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
            await page.GotoAsync(new Uri(new Uri(page.Url), "/sign-in").ToString());
        await page.Locator("#name").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("ada");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(password);
        // A key that is pressed while one page follows the other is lost.
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage one) => loaded.TrySetResult();
        page.Load += Loaded;
        await page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(Visitor.Patience, TestContext.Current.CancellationToken);
        page.Load -= Loaded;
    }
}
