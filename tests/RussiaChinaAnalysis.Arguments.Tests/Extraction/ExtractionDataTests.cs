using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction;

public sealed class ExtractionDataTests
{
    [Fact]
    public void Every_rule_says_in_words_what_it_does_and_why_it_weighs_what_it_weighs() =>
        Assert.All(new ArgumentPipelineBuilder().Build().Rules.Rules, rule =>
        {
            Assert.NotEmpty(rule.Title);
            Assert.True(rule.Explanation.Length > 20, $"{rule.Id} explains nothing.");
            Assert.NotEmpty(rule.Reason);
        });

    [Fact]
    public void A_rules_file_with_mistakes_is_refused_with_file_and_line_of_each()
    {
        var rules = """
            - rule: role.thesis
              for: clam
              weight: 1
              title: Thesis
              explanation: What the text argues for is a claim.
              reason: By definition.

            - rule: role.heading
              for: context
              weight: heavy
              title: Heading
              explanation: A heading is not part of the argument.
            """;

        var problems = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseRules(new DataFile("my-rules.yaml", rules)).Build()).Problems;

        Assert.All(problems, problem => Assert.Equal("my-rules.yaml", problem.File));
        Assert.Contains(problems, problem => problem.Line == 2 && problem.Message.Contains("clam", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == 10 && problem.Message.Contains("heavy", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Line == 8 && problem.Message.Contains("reason", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_rule_is_named()
    {
        var broken = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseRules(new DataFile("empty.yaml", "[]")).Build());

        Assert.Contains("role.thesis", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lexicon_that_is_no_yaml_is_refused_at_its_line()
    {
        var problem = Assert.Throws<ExtractionDataException>(
            () => new ArgumentPipelineBuilder().UseLexicon(new DataFile("cues.yaml", "- sense: because\n  cues: [since")).Build()).Problems[0];

        Assert.Equal("cues.yaml", problem.File);
        Assert.InRange(problem.Line, 2, 3);
    }
}
