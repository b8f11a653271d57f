using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Pages.Claims;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Claims;

public sealed class ClaimsAddressTests
{
    private static readonly FacetChoice Claim = new(Facet.Role, "claim");
    private static readonly ClaimsAddress Everything = new(PassageFilter.Everything);

    [Fact]
    public void Everything_has_the_plain_address() => Assert.Equal("/claims", Everything.ToString());

    [Fact]
    public void A_second_toggle_undoes_the_first() => Assert.Equal("/claims", Everything.Toggle(Claim).Toggle(Claim).ToString());

    [Fact]
    public void A_value_is_either_chosen_or_ruled_out()
    {
        var ruledOut = Everything.Toggle(Claim).Toggle(Claim with { Negated = true });

        Assert.Equal([Claim with { Negated = true }], ruledOut.Filter.Choices);
    }

    [Fact]
    public void A_changed_filter_starts_again_on_the_first_page()
    {
        var later = Everything with { After = "cursor" };

        Assert.Equal("/claims?role=claim", later.Toggle(Claim).ToString());
        Assert.Equal("/claims?sort=confidence", later.SortedBy(PassageSort.Confidence).ToString());
    }

    [Fact]
    public void The_address_reads_back_as_the_same_filter()
    {
        var address = new ClaimsAddress(new PassageFilter
        {
            Choices = [Claim, new(Facet.Theme, "trade-share", Negated: true), new(Facet.Author, "a & b")],
            Search = "“no limits” & more",
        });

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://local" + address).Query);
        var read = PassageFilterQuery.Parse(query.SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));

        Assert.Empty(read.Problems);
        Assert.Equal(address.Filter.Search, read.Filter.Search);
        Assert.Equal(address.Filter.Choices.Order(Comparer), read.Filter.Choices.Order(Comparer));
    }

    private static Comparer<FacetChoice> Comparer { get; } =
        Comparer<FacetChoice>.Create((one, other) => one.Facet.CompareTo(other.Facet));
}
