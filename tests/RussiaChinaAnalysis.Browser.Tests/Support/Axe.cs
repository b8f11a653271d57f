using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>What axe says of a page against WCAG 2.2 AA.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        },
    };

    public static async Task FindsNothingAsync(IPage page)
    {
        var result = await page.RunAxe(Wcag);

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(Describe)));
    }

    /// <summary>In both schemes, at a desk and on a phone.</summary>
    public static async Task FindsNothingInAnyViewAsync(IPage page)
    {
        foreach (var (width, height) in new[] { (390, 844), (1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await FindsNothingAsync(page);
            }
        }
    }

    private static IEnumerable<string> Describe(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} at {node.Target} in {node.Html}");
}
