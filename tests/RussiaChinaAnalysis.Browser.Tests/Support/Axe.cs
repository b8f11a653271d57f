using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>What axe says of a page against WCAG 2.2 AA.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Wcag = Run("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /// <summary>Those of them that look at colours; nothing else differs from scheme to scheme.</summary>
    private static readonly AxeRunOptions Colours = Run("rule", "color-contrast", "link-in-text-block");

    public static Task FindsNothingAsync(IPage page) => FindsNothingAsync(page, Wcag);

    /// <summary>In both schemes, at a desk and on a phone.</summary>
    public static async Task FindsNothingInAnyViewAsync(IPage page)
    {
        foreach (var (width, height) in new[] { (390, 844), (1280, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await FindsNothingAsync(page, Colours);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await FindsNothingAsync(page, Wcag);
        }
    }

    private static async Task FindsNothingAsync(IPage page, AxeRunOptions rules)
    {
        await page.WaitForLoadStateAsync();
        var result = await page.RunAxe(rules);

        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(Describe)));
    }

    private static AxeRunOptions Run(string type, params List<string> values) => new() { RunOnly = new() { Type = type, Values = values } };

    private static IEnumerable<string> Describe(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} at {node.Target} in {node.Html}");
}
