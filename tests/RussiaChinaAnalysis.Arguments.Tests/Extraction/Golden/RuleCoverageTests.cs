using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

/// <summary>A rule that no golden document shows could stop working without anybody noticing.</summary>
public sealed class RuleCoverageTests
{
    /// <summary>The rules that no document shows, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["stance.no-turn"] = "weighs the step from one passage to the next while sides are chosen; never given as a reason",
        ["thesis.not-a-heading"] = "is given as a reason for a thesis only, and a heading is never one",
    };

    [Fact]
    public void Every_rule_is_given_as_a_reason_in_some_golden_document()
    {
        var given = GoldenCase.All().SelectMany(golden => Cues(golden.Extract())).Select(cue => cue.Rule).ToHashSet();

        Assert.Equal(Exceptions.Keys.Order(), GoldenCase.Rules.Rules.Select(rule => rule.Id).Where(rule => !given.Contains(rule)).Order());
    }

    private static IEnumerable<Cue> Cues(ArgumentStructure structure) =>
    [
        .. structure.Passages.SelectMany(passage => passage.Cues),
        .. structure.Passages.SelectMany(passage => passage.Themes).SelectMany(tag => tag.Cues),
        .. structure.Relations.SelectMany(relation => relation.Cues),
    ];
}
