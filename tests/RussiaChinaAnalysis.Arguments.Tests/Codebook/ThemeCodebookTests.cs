using RussiaChinaAnalysis.Arguments.Codebook;

namespace RussiaChinaAnalysis.Arguments.Tests.Codebook;

public sealed class ThemeCodebookTests
{
    private static readonly ThemeCodebook Codebook = new(
    [
        Theme("rail", "transport"),
        Theme("transport", null),
        Theme("energy", null),
        Theme("night-train", "rail"),
        Theme("bus", "transport"),
    ]);

    [Fact]
    public void Themes_are_found_by_slug_exactly()
    {
        Assert.Equal("rail", Codebook.Find("rail")?.Slug);
        Assert.Null(Codebook.Find("Rail"));
        Assert.False(Codebook.TryFind("ship", out _));
    }

    [Fact]
    public void Roots_have_no_parent() =>
        Assert.Equal(["transport", "energy"], Codebook.Roots.Select(theme => theme.Slug));

    [Fact]
    public void Children_keep_the_order_of_the_file()
    {
        Assert.Equal(["rail", "bus"], Codebook.ChildrenOf("transport").Select(theme => theme.Slug));
        Assert.Empty(Codebook.ChildrenOf("energy"));
        Assert.Empty(Codebook.ChildrenOf("unknown"));
    }

    [Fact]
    public void Ancestors_come_nearest_first() =>
        Assert.Equal(["rail", "transport"], Codebook.AncestorsOf("night-train").Select(theme => theme.Slug));

    [Fact]
    public void Descendants_follow_their_parent() =>
        Assert.Equal(["transport", "rail", "night-train", "bus"], Codebook.WithDescendants("transport").Select(theme => theme.Slug));

    [Fact]
    public void A_broken_hierarchy_is_a_defect_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", "b"), Theme("b", "a")]));
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", "b")]));
        Assert.Throws<ArgumentException>(() => new ThemeCodebook([Theme("a", null), Theme("a", null)]));
    }

    private static Theme Theme(string slug, string? parent) => new(slug, slug, "Definition.", "#000000", parent, []);
}
