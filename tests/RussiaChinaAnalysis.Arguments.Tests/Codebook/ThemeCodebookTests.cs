using RussiaChinaAnalysis.Arguments.Codebook;

namespace RussiaChinaAnalysis.Arguments.Tests.Codebook;

public sealed class ThemeCodebookTests
{
    [Fact]
    public void A_broken_hierarchy_is_a_defect_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", "b"), Theme("b", "a")]));
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", "b")]));
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", null), Theme("a", null)]));
    }

    private static Theme Theme(string slug, string? parent) => new(slug, slug, "Definition.", "#000000", parent, []);
}
