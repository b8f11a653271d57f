using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Filters;

public sealed class FilterDescriptionTests
{
    [Theory]
    [InlineData("", "All passages")]
    [InlineData("role=claim", "Claims")]
    [InlineData("role=evidence role=claim", "Claims and evidence")]
    [InlineData("role!=context", "Passages, no context")]
    [InlineData("role=claim theme=trade theme=asia", "Claims about Asia or Trade")]
    [InlineData("role=claim theme=asia theme=trade author!=writer", "Claims about Asia or Trade, not by Writer")]
    [InlineData("kind=statistic kind=testimony", "Statistics and testimony")]
    [InlineData("role=evidence kind=example", "Examples")]
    [InlineData("role=claim kind=example", "Claims that are examples")]
    [InlineData("kind!=reason", "Passages, no reasons")]
    [InlineData("claim-kind=normative claim-kind=causal", "Causal and normative claims")]
    [InlineData("role=claim claim-kind=predictive", "Predictive claims")]
    [InlineData("role=claim role=evidence claim-kind=causal claim-kind=normative", "Claims and evidence that are causal or normative claims")]
    [InlineData("role=claim claim-kind!=causal", "Claims, no causal claims")]
    [InlineData("thesis=yes claim-kind=normative", "Theses that are normative claims")]
    [InlineData("thesis=yes", "Theses")]
    [InlineData("thesis=no role=claim", "Claims that are no theses")]
    [InlineData("thesis!=yes", "Passages that are no theses")]
    [InlineData("thesis!=no", "Passages that are theses")]
    [InlineData("thesis!=no thesis!=yes", "Passages that are neither theses nor others")]
    [InlineData("thesis=no thesis=yes", "Passages, theses or not")]
    [InlineData("support=unsupported role=claim", "Unsupported claims")]
    [InlineData("status=accepted status=suggested support=supported", "Suggested or accepted, supported passages")]
    [InlineData("status!=rejected", "Passages, not rejected")]
    [InlineData("stance=opp", "Passages against the thesis")]
    [InlineData("stance!=pro", "Passages, not for the thesis")]
    [InlineData("attribution=reported", "Passages that give a reported view")]
    [InlineData("attribution!=author", "Passages, without the author’s view")]
    [InlineData("document=7", "Passages in “7”")]
    [InlineData("document!=7", "Passages, not in “7”")]
    [InlineData("author=writer", "Passages by Writer")]
    [InlineData("theme!=asia theme!=trade", "Passages, not about Asia or Trade")]
    [InlineData("q=trade", "Passages that mention “trade”")]
    [InlineData("role=claim author!=writer q=trade q=share", "Claims, not by Writer, that mention “trade” and “share”")]
    public void A_filter_reads_as_a_sentence(string filter, string sentence)
    {
        var pairs = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToList();
        var choices = PassageFilterQuery.Parse(pairs.Where(pair => pair[0] != "q").Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        var search = string.Join(' ', pairs.Where(pair => pair[0] == "q").Select(pair => pair[1]));

        Assert.Empty(choices.Problems);
        Assert.Equal(sentence, FilterDescription.Of(choices.Filter with { Search = search }, NameOf));
    }

    private static string NameOf(FacetChoice choice) => char.ToUpperInvariant(choice.Value[0]) + choice.Value[1..];
}
