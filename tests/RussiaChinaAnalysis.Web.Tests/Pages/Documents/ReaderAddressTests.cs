using RussiaChinaAnalysis.Web.Pages.Documents;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

public sealed class ReaderAddressTests
{
    private static readonly ReaderAddress Usual = new(3, ReaderAddress.Default);

    [Fact]
    public void What_is_usual_is_left_out() => Assert.Equal("/documents/3", Usual.ToString());

    [Fact]
    public void A_toggled_mark_is_said_and_toggled_back_left_out()
    {
        Assert.Equal("/documents/3?mark=thesis&mark=claim", Usual.Toggle("evidence").ToString());
        Assert.Equal("/documents/3", Usual.Toggle("evidence").Toggle("evidence").ToString());
    }

    [Fact]
    public void No_mark_at_all_can_be_said()
    {
        var none = Usual.Toggle("thesis").Toggle("claim").Toggle("evidence");

        Assert.Equal("/documents/3?mark=none", none.ToString());
        Assert.Empty(ReaderAddress.ReadMarks(["none"], []));
    }

    [Fact]
    public void A_passage_is_in_the_address_and_scrolled_to() =>
        Assert.Equal("/documents/3?theme=trade-share&passage=7#p-7", Usual.About("trade-share").At(7).Anchored());

    [Fact]
    public void An_unknown_mark_is_named_and_left_out()
    {
        var problems = new List<string>();

        Assert.Equal(["claim"], ReaderAddress.ReadMarks(["claim", "colour"], problems));
        Assert.Contains("“colour”", Assert.Single(problems), StringComparison.Ordinal);
    }
}
