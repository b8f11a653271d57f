using CsCheck;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Filters;

public sealed class PassageFilterQueryTests
{
    [Fact]
    public void Keys_name_facets_and_an_exclamation_mark_rules_out()
    {
        var parsed = Parse(
            "role=claim", "kind=statistic", "theme=trade-share", "theme!=central-asia", "thesis=yes", "stance=opp",
            "attribution=reported", "support=unsupported", "status=accepted", "document=7", "author=A. Writer", "q= trade share ");

        Assert.Empty(parsed.Problems);
        Assert.Equal(
            [
                new(Facet.Role, "claim"), new(Facet.Thesis, "yes"), new(Facet.EvidenceKind, "statistic"),
                new(Facet.Theme, "trade-share"), new(Facet.Theme, "central-asia", Negated: true), new(Facet.Stance, "opp"),
                new(Facet.Attribution, "reported"), new(Facet.Support, "unsupported"), new(Facet.Status, "accepted"),
                new(Facet.Document, "7"), new(Facet.Author, "a. writer"),
            ],
            parsed.Filter.Choices);
        Assert.Equal("trade share", parsed.Filter.Search);
    }

    [Fact]
    public void Foreign_keys_and_empty_values_are_nobodys_business()
    {
        var parsed = Parse("sort=newest", "after=abc", "ROLE=claim", "role=", "q=", "constructor=x");

        Assert.Empty(parsed.Problems);
        Assert.Empty(parsed.Filter.Choices);
        Assert.Null(parsed.Filter.Search);
    }

    [Theory]
    [InlineData("role=bogus", "bogus")]
    [InlineData("role=Claim", "Claim")]
    [InlineData("document=-1", "-1")]
    [InlineData("document=99999999999999999999", "99999999999999999999")]
    [InlineData("document=007", "007")]
    [InlineData("theme=<script>", "<script>")]
    [InlineData("thesis!=maybe", "maybe")]
    [InlineData("q=!!!", "!!!")]
    public void Impossible_values_are_left_out_and_named(string pair, string named)
    {
        var parsed = Parse(pair, "stance=pro");

        Assert.Equal([new FacetChoice(Facet.Stance, "pro")], parsed.Filter.Choices);
        Assert.Contains($"“{named}”", Assert.Single(parsed.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_choices_are_cut()
    {
        var parsed = Parse([.. Enumerable.Range(1, 5000).Select(number => $"document={number}")]);

        Assert.Equal(PassageFilterQuery.MaximumChoices, parsed.Filter.Choices.Length);
        Assert.NotEmpty(parsed.Problems);
    }

    [Fact]
    public void The_same_filter_has_one_address()
    {
        string[] pairs = ["q=x", "role=evidence", "theme!=b", "role=claim", "theme=c", "theme=a", "document=10", "document=9", "role=claim"];

        Gen.Shuffle(pairs).Sample(shuffled => Assert.Equal(
            "role=claim&role=evidence&theme=a&theme=c&theme!=b&document=9&document=10&q=x",
            Format(Parse(shuffled).Filter)), iter: 50);
    }

    [Fact]
    public void What_is_formatted_is_parsed_again()
    {
        var choices =
            from facet in Gen.Enum<Facet>()
            from index in Gen.Int[0, 3]
            from negated in Gen.Bool
            select new FacetChoice(facet, ValueOf(facet, index), negated);

        choices.Array[0, 8].Sample(array =>
        {
            var address = Format(new PassageFilter { Choices = [.. array], Search = "a \"b c\"" });
            var parsed = Parse(address.Split('&'));
            Assert.Empty(parsed.Problems);
            Assert.Equal(array.ToHashSet(), parsed.Filter.Choices.ToHashSet());
            Assert.Equal(address, Format(parsed.Filter));
        }, iter: 200);
    }

    private static string ValueOf(Facet facet, int index) => FacetWords.Of(facet) is { IsEmpty: false } words
        ? words[index % words.Length].Value
        : facet == Facet.Document ? $"{index + 1}" : $"value-{index}";

    private static PassageFilterQuery Parse(params string[] pairs) =>
        PassageFilterQuery.Parse(pairs.Select(pair => pair.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));

    private static string Format(PassageFilter filter) =>
        string.Join('&', PassageFilterQuery.Format(filter).Select(pair => $"{pair.Key}={pair.Value}"));
}
