using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>The page of a passage explains each label, relation and connection in sentences that need no knowledge of the program.</summary>
public sealed class PassageReasonsTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="words">A quotation that finds the passage among those of the seeds.</param>
    /// <param name="heading">What is explained.</param>
    /// <param name="sentence">What stands below the heading: the rule, what it means, and the words that led to it.</param>
    [Theory]
    [InlineData(
        "Beijing signed a partnership with Georgia", "How its times were read",
        "Date or period. These words name a time, which is resolved to calendar years where the text allows it. in 2023")]
    [InlineData(
        "each was drawn back", "How its times were read",
        "Date or period. These words name a time, which is resolved to calendar years where the text allows it. since the early 2000s")]
    [InlineData(
        "A new president in 2028", "Why it speaks of the future",
        "Forecast. Words such as “will” or “is unlikely to” say what the future holds and how surely. might")]
    [InlineData(
        "A new president in 2028", "Why it speaks of the future",
        "Horizon of the forecast. The time by which the forecast is to come true. in 2028")]
    [InlineData(
        "A new president in 2028", "Why it sounds doubtful",
        "Leaves room for doubt. Words such as “may”, “perhaps” or “seems” say that it could be otherwise. might")]
    [InlineData(
        "That view mistakes", "Why it is a descriptive claim",
        "Describes. The claim says how things are.")]
    [InlineData(
        "were to improve their relations", "Why it is a causal claim",
        "Cause and effect. Words such as “lead to”, “reduce” or “prevent” say what brings about what. improve")]
    [InlineData(
        "an opening must be prepared", "Why it is a normative claim",
        "Demand. Words such as “should” or “must” say what ought to be done. must")]
    [InlineData(
        "A modest shift can matter", "Why it is an evaluative claim",
        "Judgement. Words such as “better”, “unfair” or “dangerous” judge. great")]
    [InlineData(
        "the plan is unlikely to work", "Why it is a predictive claim",
        "Prediction. Words such as “will” or “is likely to” say what is to come. is unlikely to")]
    [InlineData(
        "Critics reply", "Why it is a reported view",
        "Other people's view. The passage reports what other people say, such as “Critics reply that …” or “Some argue …”. Critics")]
    [InlineData(
        "by early 2025 China took", "Why it is a reported view",
        "According to a source. The passage says whom it follows, as with “according to”. According to")]
    [InlineData(
        "Critics reply", "Why it is against the thesis",
        "View of the other side. The passage reports a view that the author does not hold. Critics")]
    [InlineData(
        "Critics reply", "What it bears on",
        "Opposes the thesis. The passage speaks for the other side.")]
    [InlineData(
        "A new president in 2028", "What bears on it",
        "Answers the objection. The passage comes right after an opposing one and answers it.")]
    [InlineData(
        "Beijing signed a partnership with Georgia", "What it bears on",
        "Supports the claim of its paragraph. The passage stands in a paragraph that makes this claim.")]
    [InlineData(
        "by early 2025 China took", "In other essays",
        "Both figures come from the same source: “the Central Bank of Russia”.")]
    [InlineData(
        "by early 2025 China took", "In other essays",
        "Both figures measure the same thing: “Russia’s exports”.")]
    public async Task A_newcomer_can_read_why(string words, string heading, string sentence)
    {
        using var client = site.CreateClient();
        using var found = JsonDocument.Parse(await client.GetStringAsync($"/claims.json?q={Uri.EscapeDataString($"\"{words}\"")}", Cancellation));
        var id = Assert.Single(found.RootElement.GetProperty("passages").EnumerateArray()).GetProperty("id").GetInt32();
        using var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/passages/{id}", Cancellation));

        var explained = Assert.Single(page.QuerySelectorAll(".single-main :is(h2, h3)"), title => Words(title) == heading);

        Assert.Contains(sentence, SentencesBelow(explained));
    }

    /// <summary>Reasons for a label follow its heading; those of links stand somewhere in the section that the heading opens.</summary>
    private static IEnumerable<string> SentencesBelow(IElement heading) => heading.LocalName == "h3"
        ? heading.NextElementSibling!.QuerySelectorAll(".reason > p").Select(Words)
        : heading.Closest("section")!.QuerySelectorAll(".link-why").Select(Words);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
