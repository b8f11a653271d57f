using System.Collections.Immutable;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Tests.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;

/// <summary>On a codebook about a town, so that nothing rests on one corpus.</summary>
public sealed class ThemeStageTests
{
    private static readonly ThemeCodebook Codebook = new(
    [
        Theme("old-harbour", ("Old Harbour", 0.9), ("quay", 0.5), ("warehouse", 0.3)),
        Theme("market-hall", ("Market Hall", 0.9), ("stall", 0.5)),
        Theme("tram-dispute", ("tram dispute", 0.9), ("tram", 0.6), ("fare", 0.4)),
    ]);

    private static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().UseCodebook(Codebook).Build();

    [Fact]
    public void A_cue_term_gives_its_weight_and_its_words()
    {
        var essay = Essay.Of("Boats still lie at the Old Harbour.");

        var tag = Assert.Single(Pipeline.Extract(essay).Passages.SelectMany(passage => passage.Themes));

        Assert.Equal("old-harbour", tag.Slug);
        Assert.Equal(0.9, tag.Score, 6);
        var cue = Assert.Single(tag.Cues);
        Assert.Equal(("theme.cue-term", "Old Harbour"), (cue.Rule, cue.Span.Of(essay.Text)));
        Assert.Equal(Label.Theme, cue.Label);
        Assert.True(cue.Weight > 0);
    }

    [Fact]
    public void Several_cues_add_a_share_of_what_is_left() =>
        Assert.Equal(1 - (0.6 * 0.4), Score("The fare on the tram rose.", 0, "tram-dispute"), 6);

    [Fact]
    public void Any_number_of_certain_cues_in_one_passage_has_finite_weights()
    {
        var towns = Enumerable.Range(0, 300).Select(number => $"{(char)('A' + number / 26)}{(char)('a' + number % 26)}ville").ToArray();
        var codebook = new ThemeCodebook([Theme("towns", [.. towns.Select(town => (town, 1.0))])]);
        var essay = Essay.Of($"The railway serves {string.Join(" and ", towns)}.");

        var tag = Assert.Single(new ArgumentPipelineBuilder().UseCodebook(codebook).Build().Extract(essay).Passages.SelectMany(passage => passage.Themes));

        Assert.Equal(towns.Length, tag.Cues.Length);
        Assert.All(tag.Cues, cue => Assert.True(double.IsFinite(cue.Weight) && cue.Weight > 0));
        Assert.InRange(tag.Score, 0.99, 1);
    }

    [Fact]
    public void A_weak_cue_says_nothing_alone() =>
        Assert.Equal(0, Score("A warehouse burnt down.", 0, "old-harbour"));

    [Theory]
    [InlineData("There, the city has bought three houses.", "There", "theme.anaphora.place")]
    [InlineData("Builders have bought three houses there.", "there", "theme.anaphora.place")]
    [InlineData("Nobody invests in the area any more.", "the area", "theme.anaphora.place")]
    [InlineData("Money for these five streets and that region never came.", "that region", "theme.anaphora.place")]
    [InlineData("At that time nobody lived by the water.", "At that time", "theme.anaphora.setting")]
    [InlineData("Back then nobody lived by the water.", "Back then", "theme.anaphora.setting")]
    [InlineData("It draws visitors from far away.", "It", "theme.anaphora.pronoun")]
    [InlineData("Nevertheless, it draws visitors from far away.", "it", "theme.anaphora.pronoun")]
    [InlineData("This place draws visitors from far away.", "This place", "theme.anaphora.demonstrative")]
    [InlineData("For years that harbour was forgotten.", "that harbour", "theme.anaphora.repetition")]
    public void A_theme_goes_on_where_words_point_back(string next, string anaphor, string rule)
    {
        var essay = Essay.Of("The town neglects the Old Harbour. " + next);

        var tag = Tag(essay, 1, "old-harbour");

        Assert.NotNull(tag);
        Assert.InRange(tag.Score, 0.35, 0.89);
        Assert.Equal([(rule, anaphor), ("theme.antecedent", "Old Harbour")], tag.Cues.Select(cue => (cue.Rule, cue.Span.Of(essay.Text))));
    }

    [Theory]
    [InlineData("There is no money for schools.")]
    [InlineData("There has never been money for schools.")]
    [InlineData("There’s no money for schools.")]
    [InlineData("Is there any money for schools?")]
    [InlineData("It is wrong to measure success by visitors.")]
    [InlineData("It seems likely that schools will close.")]
    [InlineData("The states of Europe pay more.")]
    [InlineData("Schools need money.")]
    [InlineData("Secondly, both schools need money.")]
    [InlineData("Schools such as ours need money.")]
    [InlineData("The council promised that schools would get money.")]
    [InlineData("The council spends the money on schools.")]
    public void A_theme_stops_where_nothing_points_back(string next) =>
        Assert.Null(Tag(Essay.Of("The town neglects the Old Harbour. " + next), 1, "old-harbour"));

    [Fact]
    public void A_place_is_meant_only_where_one_was_named() =>
        Assert.Null(Tag(Essay.Of("The tram and its fare matter. There, nobody pays."), 1, "tram-dispute"));

    [Fact]
    public void The_nearest_theme_is_carried() =>
        Assert.Equal(["market-hall"], Slugs(Essay.Of("The Old Harbour is empty. The Market Hall is full. There, rents rise."), 2));

    [Fact]
    public void A_theme_is_carried_on_from_sentence_to_sentence_and_fades()
    {
        var essay = Essay.Of("The Old Harbour is empty. There, rents fell. It lost its shops.");

        var scores = new[] { 0, 1, 2 }.Select(index => Tag(essay, index, "old-harbour")?.Score ?? 0).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(scores[2] >= 0.35);
        Assert.Equal("Old Harbour", Tag(essay, 2, "old-harbour")!.Cues[1].Span.Of(essay.Text));
    }

    [Fact]
    public void A_new_paragraph_may_point_back_but_not_across_a_heading()
    {
        Assert.NotNull(Tag(Essay.Of("The Old Harbour is empty.\n\nThere, rents fell."), 1, "old-harbour"));
        Assert.DoesNotContain(
            "theme.anaphora.place",
            Pipeline.Extract(Essay.Of("The Old Harbour is empty.\n\n## Schools\n\nThere, rents fell.")).Passages.SelectMany(passage => passage.Themes).SelectMany(tag => tag.Cues).Select(cue => cue.Rule));
    }

    [Fact]
    public void A_heading_speaks_for_what_stands_below_it_and_less_further_down()
    {
        var essay = Essay.Of("## The Old Harbour\n\nRents fell.\n\nShops closed.\n\nYears passed.\n\n## Schools\n\nClasses grew.");

        Assert.Equal(0.9 * 0.45, Score(essay, "Rents fell.", "old-harbour"), 6);
        Assert.Equal(0, Score(essay, "Years passed.", "old-harbour"));
        Assert.Equal(0, Score(essay, "Classes grew.", "old-harbour"));
        Assert.Equal("theme.heading", Assert.Single(Pipeline.Extract(essay).Passages[1].Themes).Cues[0].Rule);
    }

    [Fact]
    public void A_narrower_heading_does_not_end_a_broader_one() =>
        Assert.Equal(0.9 * 0.45, Score(Essay.Of("## The Old Harbour\n\n### Money\n\nRents fell."), "Rents fell.", "old-harbour"), 6);

    [Fact]
    public void The_title_speaks_for_no_passage() =>
        Assert.Equal(0, Score(Essay.Of("# The Old Harbour\n\nRents fell."), "Rents fell.", "old-harbour"));

    [Fact]
    public void Shared_words_tie_a_sentence_to_its_paragraph()
    {
        var essay = Essay.Of("The Old Harbour needs new ferries and cheap lodgings. Cheap lodgings bring students. Libraries close early.");

        var tag = Tag(essay, 1, "old-harbour");

        Assert.NotNull(tag);
        Assert.Equal([("theme.cohesion", "Cheap"), ("theme.cohesion", "lodgings")], tag.Cues.Select(cue => (cue.Rule, cue.Span.Of(essay.Text))));
        Assert.Null(Tag(essay, 2, "old-harbour"));
    }

    [Fact]
    public void Every_rule_of_a_tag_is_explained_in_the_catalogue()
    {
        var essay = Essay.Of("## The Old Harbour\n\nThe Old Harbour needs new ferries and cheap lodgings. Cheap lodgings bring students. There, rents fell. It lost shops.");

        var rules = Pipeline.Extract(essay).Passages.SelectMany(passage => passage.Themes).SelectMany(tag => tag.Cues).Select(cue => cue.Rule).Distinct().ToList();

        Assert.True(rules.Count >= 5);
        Assert.All(rules, rule => Assert.NotEqual("", Pipeline.Rules.Find(rule)?.Explanation ?? ""));
    }

    [Fact]
    public void Without_a_codebook_nothing_is_tagged() =>
        Assert.Empty(new ArgumentPipelineBuilder().Build().Extract(Essay.Of("The Old Harbour.")).Passages.SelectMany(passage => passage.Themes));

    [Fact]
    public void Tags_of_any_text_have_scores_and_spans_in_range() =>
        Gen.OneOf(Gen.Const("Old Harbour "), Gen.Const("There, "), Gen.Const(". "), Gen.Const("\n\n"), Gen.Const("# "), Gen.Const("that harbour "), AnyUtf16.String)
            .Array[0, 40]
            .Sample(parts =>
            {
                var essay = Essay.Of(string.Concat(parts));
                foreach (var tag in Pipeline.Extract(essay).Passages.SelectMany(passage => passage.Themes))
                {
                    Assert.InRange(tag.Score, 0.35, 1);
                    Assert.NotEmpty(tag.Cues);
                    Assert.All(tag.Cues, cue => Assert.True(cue.Span.Start >= 0 && cue.Span.End <= essay.Text.Length && !cue.Span.IsEmpty && double.IsFinite(cue.Weight)));
                }
            });

    private static double Score(string text, int passage, string slug) => Tag(Essay.Of(text), passage, slug)?.Score ?? 0;

    private static double Score(Arguments.Reading.SourceDocument essay, string words, string slug) =>
        Pipeline.Extract(essay).Passages.Single(passage => passage.Span.Of(essay.Text) == words).Themes.FirstOrDefault(tag => tag.Slug == slug)?.Score ?? 0;

    private static ThemeTag? Tag(Arguments.Reading.SourceDocument essay, int sentence, string slug)
    {
        var structure = Pipeline.Extract(essay);
        return structure.Passages
            .Where(passage => structure.Sentences[sentence].Contains(passage.Span))
            .SelectMany(passage => passage.Themes)
            .FirstOrDefault(tag => tag.Slug == slug);
    }

    private static ImmutableArray<string> Slugs(Arguments.Reading.SourceDocument essay, int sentence)
    {
        var structure = Pipeline.Extract(essay);
        return [.. structure.Passages.Where(passage => structure.Sentences[sentence].Contains(passage.Span)).SelectMany(passage => passage.Themes).Select(tag => tag.Slug)];
    }

    private static Theme Theme(string slug, params (string Text, double Weight)[] cues) =>
        new(slug, slug, "Definition.", "#000000", null, [.. cues.Select(cue => new CueTerm(cue.Text, cue.Weight))]);
}
