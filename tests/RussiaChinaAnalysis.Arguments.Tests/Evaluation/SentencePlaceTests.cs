using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class SentencePlaceTests
{
    private const string Header = """
        ---
        title: Benches
        genre: letter
        ---

        """;

    [Fact]
    public void Place_alone_takes_the_end_of_the_introduction_and_each_later_opening_for_claims()
    {
        var report = Evaluate(Header + """
            # Sit
            [context] We all walk.
            [1 thesis] The square needs benches.

            [2 evidence reason, supports 3] Old people tire.
            [3 claim, supports 1] They should rest.

            [4 claim, supports 1] Trees help.
            [5 evidence reason, supports 4] They give shade.

            [6 claim, restates 1] Put up benches.
            [context] See you.
            """);

        var all = Confusion(report, "by place alone: role by sentence");
        Assert.Equal((3, 2, 1, 1, 1), (all["claim", "claim"], all["context", "context"], all["evidence", "claim"], all["claim", "evidence"], all["evidence", "evidence"]));
        var inner = Confusion(report, "by place alone: inner paragraphs");
        Assert.Equal((1, 1, 1, 1), (inner["claim", "claim"], inner["evidence", "claim"], inner["claim", "evidence"], inner["evidence", "evidence"]));
    }

    [Fact]
    public void Place_says_nothing_without_introduction_body_and_conclusion()
    {
        var report = Evaluate(Header + """
            [1 thesis] The square needs benches.

            [2 evidence reason, supports 1] Old people tire.
            """);

        Assert.DoesNotContain(report.Classifications, result => result.Name.StartsWith("by place alone", StringComparison.Ordinal));
    }

    private static EvaluationReport Evaluate(string essay) => Evaluator.Evaluate(
        [Assert.IsType<GoldResult.Success>(GoldEssayParser.Parse("bench.gold.md", essay)).Document], document => document.Labels);

    private static ConfusionMatrix Confusion(EvaluationReport report, string name) =>
        report.Classifications.Single(result => result.Name == name).Confusion;
}
