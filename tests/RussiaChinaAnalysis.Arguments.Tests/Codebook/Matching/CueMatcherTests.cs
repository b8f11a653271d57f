using System.Diagnostics;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Codebook.Matching;
using RussiaChinaAnalysis.Arguments.Tests.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Codebook.Matching;

public sealed class CueMatcherTests
{
    [Theory]
    [InlineData("trading partner", "Its main Trading Partners’ goods", "Trading Partners’")]
    [InlineData("trading partner", "a partner in trading", "")]
    [InlineData("trading partner", "They kept trading. Partners left.", "")]
    [InlineData("trade", "Trade traded trading trades trader", "Trade traded trading trades")]
    [InlineData("Indo-Pacific", "Indo-Pacific, Indo Pacific, Indo‑Pacific and IndoPacific", "Indo-Pacific Indo Pacific Indo‑Pacific IndoPacific")]
    [InlineData("transatlantic", "a trans-Atlantic and a Transatlantic bond", "trans-Atlantic Transatlantic")]
    [InlineData("no limits", "a “no limits” and a no-limits bond, “no” limits", "no limits no-limits no” limits")]
    [InlineData("US", "The US tells us that the U.S. and US’s allies", "US U.S US’s")]
    [InlineData("us", "The US tells us", "US us")]
    [InlineData("Côte d'Ivoire", "Côte d’Ivoire’s cocoa", "Côte d’Ivoire’s")]
    [InlineData("9/11", "since 9/11 and 9 and 11", "9/11")]
    [InlineData("sell", "They sold what they sell", "sold sell")]
    public void A_cue_matches_whole_words_in_any_inflection(string cue, string text, string expected) =>
        Assert.Equal(expected, Found(text, [(cue, 0.5)]));

    [Fact]
    public void The_longer_cue_of_a_theme_hides_the_shorter() =>
        Assert.Equal("North Caucasus Caucasus", Found("the North Caucasus and the Caucasus", [("Caucasus", 0.6), ("North Caucasus", 0.1)]));

    [Fact]
    public void Themes_do_not_hide_each_others_cues()
    {
        var matcher = new CueMatcher(new ThemeCodebook([Theme("a", ("Central Asia", 0.9)), Theme("b", ("Asia", 0.4))]));

        Assert.Equal([0, 1], matcher.Find("Central Asia").Select(occurrence => occurrence.Theme));
    }

    [Fact]
    public void Occurrences_lie_in_any_text_and_are_ordered()
    {
        var matcher = new CueMatcher(new ThemeCodebook([Theme("a", ("a", 0.5), ("a-b", 0.5), ("b a c", 0.5)), Theme("b", ("c", 1))]));
        Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"), Gen.Const("-"), Gen.Const(" "), Gen.Const("."), AnyUtf16.String)
            .Array[0, 30]
            .Sample(parts =>
            {
                var text = string.Concat(parts);
                var spans = matcher.Find(text).Select(occurrence => occurrence.Span).ToList();
                Assert.All(spans, span => Assert.True(span.Start >= 0 && span.End <= text.Length && !span.IsEmpty));
                Assert.Equal(spans.Order(), spans);
            });
    }

    [Fact]
    public void Time_is_bounded_on_a_text_that_nearly_matches_everywhere()
    {
        var matcher = new CueMatcher(new ThemeCodebook([Theme("a", ("a a a a a a a b", 0.5), ("A-A-A-A-A-A-A-A", 0.5))]));
        var text = string.Concat(Enumerable.Repeat("a-", 20_000));

        var clock = Stopwatch.StartNew();
        matcher.Find(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    private static string Found(string text, (string Text, double Weight)[] cues) =>
        string.Join(' ', new CueMatcher(new ThemeCodebook([Theme("theme", cues)])).Find(text).Select(occurrence => occurrence.Span.Of(text)));

    private static Theme Theme(string slug, params (string Text, double Weight)[] cues) =>
        new(slug, slug, "Definition.", "#000000", null, [.. cues.Select(cue => new CueTerm(cue.Text, cue.Weight))]);
}
