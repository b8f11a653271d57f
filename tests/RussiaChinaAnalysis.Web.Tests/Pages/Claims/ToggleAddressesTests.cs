using CsCheck;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Pages.Claims;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Claims;

public sealed class ToggleAddressesTests
{
    private static readonly FacetChoice[] Values =
    [
        new(Facet.Role, "claim"), new(Facet.Role, "context"), new(Facet.Thesis, "yes"), new(Facet.EvidenceKind, "reason"), new(Facet.Theme, "trade-share"),
        new(Facet.Theme, "cold"), new(Facet.Document, "7"), new(Facet.Document, "12"), new(Facet.Author, "a & b"), new(Facet.Author, "é"),
    ];

    private static readonly Gen<FacetChoice> Choices =
        Gen.Select(Gen.Int[0, Values.Length - 1], Gen.Bool, (place, negated) => Values[place] with { Negated = negated });

    [Fact]
    public void Each_is_the_address_that_toggling_gives() => Gen.Select(Choices.Array[0, 6], Choices, Gen.Bool, Gen.Bool)
        .Sample((choices, toggled, searched, sorted) =>
        {
            var address = new ClaimsAddress(
                new PassageFilter { Choices = [.. choices.DistinctBy(choice => (choice.Facet, choice.Value)).Order(PassageFilterQuery.Order)], Search = searched ? "“no limits” & more" : null },
                sorted ? PassageSort.Confidence : null,
                After: "cursor");

            Assert.Equal(address.Toggle(toggled).ToString(), new ToggleAddresses(address).Of(toggled));
        });
}
