using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly GoldDocument Essay = Parse("""
        ---
        title: Benches
        genre: letter
        ---
        # Sit
        [1 thesis] The square needs benches
          [2 evidence reason, supports 1] because old people tire.
        [3 evidence testimony, opp, reported "the mayor", rebuts 1] They cost a lot, said the mayor.
        [4 evidence statistic, undercuts 3, theme cost] A bench is 300 euros.

        [5 context] There are two.
        """);

    [Fact]
    public void The_same_labels_score_one_everywhere()
    {
        var report = Evaluator.Evaluate([Essay], document => document.Labels);

        Assert.Equal((1, 5), (report.Documents, report.Segments));
        Assert.All(report.Detections, result => Assert.Equal(1, result.Counts.Score.F1));
        Assert.All(report.Classifications, result => Assert.Equal((1, 1), (result.Confusion.Accuracy, result.Confusion.MacroF1)));
        Assert.Equal(
            ["sentence boundaries", "passage boundaries", "passage spans", "attachment", "labelled attachment", "themes"],
            report.Detections.Select(result => result.Name));
    }

    [Fact]
    public void Labels_are_compared_with_the_passage_that_overlaps_most()
    {
        // Sentences as passages: gold 1 and 2 both fall to the first, which is called evidence.
        var report = Evaluator.Evaluate([Essay], document => Whole(document, Role.Evidence));

        var role = report.Classifications.Single(result => result.Name == "role").Confusion;
        Assert.Equal((1, 3, 1), (role["claim", "evidence"], role["evidence", "evidence"], role["context", "evidence"]));
    }

    [Fact]
    public void A_relation_is_as_sure_as_it_is_often_right_in_source_target_and_kind()
    {
        var drawn = new Dictionary<int, LabelledRelation>
        {
            [2] = new(1, RelationKind.Supports) { Confidence = 0.95 },
            [3] = new(1, RelationKind.Supports) { Confidence = 0.95 },
            [4] = new(1, RelationKind.Undercuts) { Confidence = 0.55 },
        };
        var report = Evaluator.Evaluate([Essay], document => document.Labels with
        {
            Segments = [.. document.Labels.Segments.Select(segment => segment with { Relations = drawn.TryGetValue(segment.Id, out var relation) ? [relation] : [] })],
        });

        var calibration = report.RelationCalibration!;
        Assert.Equal([(1, 0.0), (2, 0.5)], calibration.Bins.Select(bin => (bin.Labels, bin.Accuracy)));
        Assert.Equal((0.55 * 1 / 3) + (0.45 * 2 / 3), calibration.ExpectedError, precision: 12);
        Assert.Null(Evaluator.Evaluate([Essay], document => document.Labels).RelationCalibration);
    }

    [Fact]
    public void A_missing_boundary_is_missed_once()
    {
        var report = Evaluator.Evaluate([Essay], document => Whole(document, Role.Claim));

        // Of the starts 1 to 5, those of 1 and 5 are given by the layout; 3 and 4 begin sentences, 2 is missed.
        Assert.Equal(new DetectionCounts(2, 0, 1), Detection(report, "passage boundaries"));
        Assert.Equal(new DetectionCounts(3, 1, 2), Detection(report, "passage spans"));
        Assert.Equal(new DetectionCounts(2, 0, 0), Detection(report, "sentence boundaries"));
    }

    [Fact]
    public void Words_without_any_passage_count_as_context_for_the_thesis()
    {
        var report = Evaluator.Evaluate([Essay], document => new Labelling(document.Labels.Sentences, []));

        var role = report.Classifications.Single(result => result.Name == "role").Confusion;
        Assert.Equal((1, 0), (role["context", "context"], role["claim", "claim"]));
        Assert.Equal(new DetectionCounts(0, 0, 3), Detection(report, "attachment"));
        Assert.Equal(new DetectionCounts(0, 0, 1), Detection(report, "themes"));
        Assert.Null(report.Calibration);
    }

    [Fact]
    public void Passages_in_headings_are_left_out()
    {
        var heading = new LabelledSegment(9, Essay.Document.Blocks[0].Span, Role.Claim, Confidence: 0.9);

        var report = Evaluator.Evaluate([Essay], document => document.Labels with { Segments = document.Labels.Segments.Insert(0, heading) });

        Assert.Equal(new DetectionCounts(5, 0, 0), Detection(report, "passage spans"));
        Assert.Null(report.Calibration);
    }

    [Fact]
    public void What_a_partial_labelling_leaves_out_is_neither_right_nor_wrong()
    {
        var partial = Essay with
        {
            Labels = Essay.Labels with
            {
                Sentences = null,
                IsPartial = true,
                Segments = [Essay.Labels.Segments[0], Essay.Labels.Segments[2] with { Relations = null }],
            },
        };

        var report = Evaluator.Evaluate([partial], _ => Essay.Labels);

        Assert.Equal(new DetectionCounts(2, 0, 0), Detection(report, "passage spans"));
        Assert.Equal(new DetectionCounts(0, 0, 0), Detection(report, "attachment"));
        Assert.All(report.Classifications, result => Assert.Equal(1, result.Confusion.Accuracy));
        Assert.Equal(1, report.Classifications.Single(result => result.Name == "function").Confusion.Total);
        Assert.Equal("sentence boundaries", report.Unmeasured[0]);
        Assert.Contains("role by sentence", report.Unmeasured);
        Assert.DoesNotContain("role", report.Unmeasured);
    }

    [Fact]
    public void Each_theme_is_measured_by_itself_and_counts_alike_in_the_mean()
    {
        // Gold: 2 and 4 on cost, 1 on comfort. Given: 2 on cost, 1 on noise.
        var gold = Themed(Essay, (2, "cost"), (4, "cost"), (1, "comfort"));

        var themes = Evaluator.Evaluate([gold, gold], _ => Themed(Essay, (2, "cost"), (1, "noise")).Labels).Themes!;

        Assert.Equal(
            [new("comfort", 2, new(0, 0, 2)), new("cost", 2, new(2, 0, 2)), new("noise", 0, new(0, 2, 0))],
            themes.Themes);
        // A theme that the labels never use has no part in the mean: F1 of 0 and of two thirds.
        Assert.Equal(1 / 3.0, themes.MacroF1, precision: 12);
        Assert.Equal(new Interval(themes.MacroF1, themes.MacroF1), themes.MacroF1Interval);
    }

    [Fact]
    public void The_mean_over_themes_varies_with_the_texts()
    {
        var report = Evaluator.Evaluate(
            [Essay, Essay with { Name = "missed" }],
            document => document.Name == "missed" ? Themed(Essay).Labels : Essay.Labels);

        var interval = report.Themes!.MacroF1Interval!;
        Assert.Equal((0, 1), (interval.Low, interval.High));
        Assert.Equal(2 / 3.0, report.Themes.MacroF1, precision: 12);
    }

    [Fact]
    public void Texts_without_themes_have_no_figures_for_them() =>
        Assert.Null(Evaluator.Evaluate([Essay with { Labels = Essay.Labels with { Segments = [.. Essay.Labels.Segments.Select(segment => segment with { Themes = null })] } }], _ => Essay.Labels).Themes);

    [Fact]
    public void A_relation_with_another_kind_is_attached_but_not_rightly_labelled()
    {
        var report = Evaluator.Evaluate([Essay], document => document.Labels with
        {
            Segments = [.. document.Labels.Segments.Select(segment =>
                segment.Id == 4 ? segment with { Relations = [new(3, RelationKind.Rebuts)] } : segment)],
        });

        Assert.Equal(new DetectionCounts(3, 0, 0), Detection(report, "attachment"));
        Assert.Equal(new DetectionCounts(2, 1, 1), Detection(report, "labelled attachment"));
        Assert.Equal(1, report.Classifications.Single(result => result.Name == "relation kind").Confusion["undercuts", "rebuts"]);
        Assert.Equal(1, report.Classifications.Single(result => result.Name == "function").Confusion.Accuracy);
    }

    [Fact]
    public void A_sentence_counts_as_the_claim_that_it_holds()
    {
        var report = Evaluator.Evaluate([Essay], document => Whole(document, Role.Evidence));

        var bySentence = report.Classifications.Single(result => result.Name == "role by sentence").Confusion;
        Assert.Equal((1, 2, 1), (bySentence["claim", "evidence"], bySentence["evidence", "evidence"], bySentence["context", "evidence"]));
        Assert.DoesNotContain(report.Classifications, result => result.Name == "role by sentence, inner paragraphs");
    }

    [Fact]
    public void Confidence_is_held_against_the_role_of_the_words()
    {
        var report = Evaluator.Evaluate([Essay], document => Whole(document, Role.Evidence));

        // Four passages at 0.75, two of them right.
        Assert.Equal(4, report.Calibration!.Labels);
        Assert.Equal(0.25, report.Calibration.ExpectedError, precision: 12);
    }

    [Fact]
    public void Sentence_cases_are_right_as_a_whole_or_wrong()
    {
        var result = Evaluator.Evaluate(
            [new("1", "A. B.", ["A.", "B."], Usual: true), new("2", "Mr. C.", ["Mr. C."], Usual: false)],
            text => text.Split(' '));

        Assert.Equal((1, 2, 1, 1), (result.Right, result.Total, result.UsualRight, result.UsualTotal));
        Assert.Equal(["Mr.", "C."], Assert.Single(result.Failed).Given);
    }

    [Fact]
    public void White_space_within_a_sentence_case_does_not_matter() =>
        Assert.Equal(1, Evaluator.Evaluate([new("1", "A\nb.", ["A b."], Usual: true)], text => [text]).Right);

    [Fact]
    public void Where_evidence_is_given_a_wrong_role_is_no_wrong_kind()
    {
        var report = Evaluator.Evaluate([Essay], document => new(
            document.Labels.Sentences,
            [.. document.Labels.Segments.Select(segment => segment with { Role = Role.Claim, EvidenceKind = null, KindAsEvidence = EvidenceKind.Statistic })]));

        Assert.Equal(1, Kinds("evidence kind, given facts")["statistic", "statistic"]);
        Assert.Equal(1, Kinds("evidence kind, given facts")["testimony", "statistic"]);
        Assert.Equal(1, Kinds("evidence kind, all segments")["statistic", "none"]);

        ConfusionMatrix Kinds(string name) => report.Classifications.Single(result => result.Name == name).Confusion;
    }

    private static GoldDocument Themed(GoldDocument document, params (int Segment, string Theme)[] themes) => document with
    {
        Labels = document.Labels with
        {
            Segments = [.. document.Labels.Segments.Select(segment => segment with
            {
                Themes = [.. themes.Where(pair => pair.Segment == segment.Id).Select(pair => pair.Theme)],
            })],
        },
    };

    private static DetectionCounts Detection(EvaluationReport report, string name) =>
        report.Detections.Single(result => result.Name == name).Counts;

    private static Labelling Whole(GoldDocument document, Role role)
    {
        var sentences = document.Labels.Sentences!.Value.Where(sentence => sentence.Start >= document.Document.Blocks[1].Span.Start);
        return new(
            document.Labels.Sentences,
            [.. sentences.Select((TextSpan sentence, int index) => new LabelledSegment(index + 1, sentence, role, Confidence: 0.75, Relations: []))]);
    }

    private static GoldDocument Parse(string essay) =>
        Assert.IsType<GoldResult.Success>(GoldEssayParser.Parse("bench.gold.md", essay)).Document;
}
