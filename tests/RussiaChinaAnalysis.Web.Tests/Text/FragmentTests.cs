using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Tests.Text;

public sealed class FragmentTests
{
    [Theory]
    [InlineData("but the plan fails.", "… ")]
    [InlineData("но план плох.", "… ")]
    [InlineData("The plan fails.", "")]
    [InlineData("31 percent", "")]
    [InlineData("", "")]
    public void An_ellipsis_leads_what_begins_within_a_sentence(string quote, string lead) => Assert.Equal(lead, Fragment.Lead(quote));

    [Theory]
    [InlineData("The plan", 3)]
    [InlineData("Alone", 5)]
    [InlineData("", 0)]
    [InlineData("Donaudampfschifffahrtsgesellschaft sails", 0)]
    public void The_first_word_is_kept_whole_unless_it_is_too_long(string text, int length) => Assert.Equal(length, Fragment.FirstWord(text));
}
