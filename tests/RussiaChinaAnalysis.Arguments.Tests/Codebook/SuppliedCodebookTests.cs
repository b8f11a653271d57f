using System.Globalization;
using RussiaChinaAnalysis.Arguments.Codebook;

namespace RussiaChinaAnalysis.Arguments.Tests.Codebook;

/// <summary>The codebook that a new corpus starts with.</summary>
public sealed class SuppliedCodebookTests
{
    private static readonly ThemeCodebook Codebook = Load();

    [Theory]
    [InlineData("trade-share")]
    [InlineData("central-asia")]
    [InlineData("cold-war-analogy")]
    [InlineData("partnership-without-limits")]
    [InlineData("american-strategy")]
    [InlineData("estrangement-from-the-west")]
    [InlineData("south-caucasus")]
    [InlineData("security-cooperation")]
    [InlineData("flexible-diplomacy")]
    [InlineData("middle-east-entanglement")]
    [InlineData("credibility-of-commitments")]
    public void It_holds_the_themes_of_the_seed_essays(string slug)
    {
        var theme = Codebook.Themes.SingleOrDefault(theme => theme.Slug == slug);

        Assert.NotNull(theme);
        Assert.True(theme.Definition.Length > 100);
        Assert.Contains("Leave out", theme.Definition, StringComparison.Ordinal);
        Assert.True(theme.CueTerms.Length >= 8);
    }

    [Fact]
    public void Its_colours_stand_out_on_light_and_dark_pages() =>
        Assert.All(Codebook.Themes, theme =>
        {
            var luminance = Luminance(theme.Colour);
            Assert.True(1.05 / (luminance + 0.05) >= 3, $"{theme.Slug} on white");
            Assert.True((luminance + 0.05) / (Luminance("#15181c") + 0.05) >= 3, $"{theme.Slug} on a dark page");
        });

    [Fact]
    public void No_two_colours_are_alike()
    {
        foreach (var (first, second) in Codebook.Themes.SelectMany((first, index) => Codebook.Themes.Skip(index + 1).Select(second => (first, second))))
            Assert.True(Distance(first.Colour, second.Colour) > 0.06, $"{first.Slug} and {second.Slug}");
    }

    private static ThemeCodebook Load()
    {
        var path = RepositoryFiles.Path("data", "codebook.yaml");
        var result = CodebookYaml.Load(File.ReadAllText(path), "data/codebook.yaml");
        if (result is CodebookResult.Refused refused)
            Assert.Fail(string.Join('\n', refused.Errors));

        return Assert.IsType<CodebookResult.Loaded>(result).Codebook;
    }

    private static double[] Linear(string colour) =>
        [.. new[] { 1, 3, 5 }
            .Select(start => int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    // WCAG 2.2, relative luminance.
    private static double Luminance(string colour)
    {
        var channels = Linear(colour);
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    // Euclidean distance in Oklab.
    private static double Distance(string first, string second) =>
        Math.Sqrt(Oklab(first).Zip(Oklab(second), (a, b) => (a - b) * (a - b)).Sum());

    private static double[] Oklab(string colour)
    {
        var c = Linear(colour);
        var l = Math.Cbrt((0.4122214708 * c[0]) + (0.5363325363 * c[1]) + (0.0514459929 * c[2]));
        var m = Math.Cbrt((0.2119034982 * c[0]) + (0.6806995451 * c[1]) + (0.1073969566 * c[2]));
        var s = Math.Cbrt((0.0883024619 * c[0]) + (0.2817188376 * c[1]) + (0.6299787005 * c[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }
}
