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
    public void A_confidence_file_with_mistakes_is_refused_with_file_and_line_of_each()
    {
        var scales = """
            - case: layout
              factor: 0
              ceiling: 0.9
              reason: Any.

            - case: headings
              factor: 1
              ceiling: 1.2
              reason: Any.
            """;

        var problems = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseConfidence(new DataFile("confidence.yaml", scales)).Build()).Problems;

        Assert.Equal([2, 6, 8], problems.Select(problem => problem.Line).Order());
        Assert.All(problems, problem => Assert.Equal("confidence.yaml", problem.File));
    }

    [Fact]
    public void A_case_that_the_confidence_file_lacks_is_named()
    {
        var scales = "- case: thesis\n  factor: 1\n  ceiling: 0.8\n  reason: Any.";

        var broken = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseConfidence(new DataFile("confidence.yaml", scales)).Build());

        Assert.Equal(["The case “layout” is missing.", "The case “guessed-layout” is missing.", "The case “planned” is missing."], broken.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void A_file_of_relation_confidence_with_mistakes_is_refused_with_file_and_line_of_each()
    {
        var shares = """
            - rule: relation.previous
              layout: 0.4
              guessed-layout: often
              planned: 1.2
              planned-guessed-layout: 0.3
              short: 0.3
              reason: Any.

            - rule: relation.previous
              layout: 0.4
              guessed-layout: 0.4
              planned: 0.4
              short: 0.4
              reason: Any.
            """;

        var problems = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseRelationConfidence(new DataFile("shares.yaml", shares)).Build()).Problems;

        Assert.Equal([3, 4, 9, 9], problems.Select(problem => problem.Line).Order());
        Assert.All(problems, problem => Assert.Equal("shares.yaml", problem.File));
    }

    [Fact]
    public void Rules_that_draw_relations_without_confidence_and_the_other_way_round_are_named()
    {
        const string values = "  layout: 0.4\n  guessed-layout: 0.4\n  planned: 0.4\n  planned-guessed-layout: 0.4\n  short: 0.4\n  reason: Any.\n";
        const string shares = "- rule: relation.previous\n" + values + "- rule: relation.example\n" + values;

        var broken = Assert.Throws<ExtractionDataException>(() => new ArgumentPipelineBuilder().UseRelationConfidence(new DataFile("shares.yaml", shares)).Build());

        Assert.Equal(14, broken.Problems.Count);
        Assert.Contains(broken.Problems, problem => problem is { Line: 8, Message: "“relation.example” is no rule that draws relations; take the entry out, or correct its name." });
        Assert.Contains(broken.Problems, problem => problem.Message.StartsWith("The rule “relation.supports-thesis” is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lexicon_that_is_no_yaml_is_refused_at_its_line()
    {
        var problem = Assert.Throws<ExtractionDataException>(
            () => new ArgumentPipelineBuilder().UseLexicon(new DataFile("cues.yaml", "- sense: because\n  cues: [since")).Build()).Problems[0];

        Assert.Equal("cues.yaml", problem.File);
        Assert.InRange(problem.Line, 2, 3);
    }

    [Fact]
    public void A_verb_that_lacks_forms_is_refused_at_its_line()
    {
        var problems = Assert.Throws<ExtractionDataException>(
            () => new ArgumentPipelineBuilder().UseGrammar(new DataFile("words.yaml", "- verbs: irregular\n  meaning: Verbs.\n  words:\n    - go/goes/went/gone/going\n    - do/does")).Build()).Problems;

        Assert.Contains(problems, problem => (problem.File, problem.Line) == ("words.yaml", 5) && problem.Message.Contains("“do/does” is no verb", StringComparison.Ordinal));
    }
}
