using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RussiaChinaAnalysis.Browser.Tests.Support.Chromium))]

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>
/// One real browser for all tests: the one that the environment variable CHROMIUM names, otherwise the one that
/// Playwright has installed.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Visitor.Patience.TotalMilliseconds);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : null,
            // Chromium refuses to keep its sandbox as root, which continuous integration often is.
            Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
        });
    }

    /// <summary>Opens an address as a new visitor and lets <paramref name="story"/> happen.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">The browser complained: an error in a script, a violated policy.</exception>
    public Task VisitAsync(Uri address, Func<IPage, Task> story) => VisitAsync(address, Visitor.AtDesk, story);

    /// <inheritdoc cref="VisitAsync(Uri, Func{IPage, Task})"/>
    public async Task VisitAsync(Uri address, Visitor visitor, Func<IPage, Task> story)
    {
        await using var context = await browser.NewContextAsync(visitor.Options);
        context.SetDefaultTimeout((float)Visitor.Patience.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !visitor.Expects(message.Text))
                complaints.Add($"{message.Text} ({message.Location})");
        };

        if (visitor.Role is { } role)
            await context.AddCookiesAsync(await SiteSessions.SessionAsync(address, role));
        await page.GotoAsync(address.ToString());
        await story(page);

        Assert.True(complaints.Count == 0, $"The browser complained:\n{string.Join('\n', complaints)}");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
