using RussiaChinaAnalysis.Browser.Tests.Support;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Browser.Tests;

/// <summary>axe finds nothing against WCAG 2.2 AA, on any page, in either colour scheme, at either width.</summary>
public sealed class AccessibilityTests(Chromium browser, SeededSite site)
{
    public static TheoryData<string> Views() => [.. Pages, .. VisitorsPages];

    private static readonly string[] Pages =
    [
        "/",
        "/claims",
        "/claims?role=evidence&q=trade",
        "/claims?q=nothing+is+like+this",
        "/documents",
        "/documents/1",
        "/documents/2?mark=claim&mark=context&theme=central-asia",
        "/passages/12",
        "/passages/9",
        "/claims?claim-kind=predictive",
        "/connections",
        "/connections?kind=opposed-figure&theme=trade-share&document=1",
        "/documents/1/map",
        "/reports",
        "/reports/new?theme=central-asia",
        "/reports/verify",
        "/exchange?role=claim",
        "/themes",
        "/themes/central-asia",
        "/themes/new/edit",
        "/themes/import",
        "/themes/central-asia/edit",
        "/documents/1/history",
        "/documents/1/history?at=2100-01-01T00:00:00",
        "/notes?show=all",
        "/history",
        "/import",
        "/import/again",
        "/documents/1/versions",
        "/documents/1/versions/1",
        "/shortcuts",
        "/no-such-page",
        "/profile",
        "/people",
        "/people/1",
        "/api",
    ];

    /// <summary>Looked at without an account.</summary>
    private static readonly string[] VisitorsPages =
    [
        "/sign-in",
        "/sign-in?back=/import",
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string path)
    {
        var visitor = Visitor.AtDesk with
        {
            Role = VisitorsPages.Contains(path) ? null : PersonRole.Administrator,
            ExpectedStatus = path == "/no-such-page" ? 404 : null,
        };
        await browser.VisitAsync(site.At(path), visitor, Axe.FindsNothingInAnyViewAsync);
    }
}
