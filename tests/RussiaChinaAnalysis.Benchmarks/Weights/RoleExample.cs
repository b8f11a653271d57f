using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Benchmarks.Weights;

/// <summary>A passage as the extractor cut it, with the rules for roles that apply to it and the role that people gave it.</summary>
/// <param name="Hand">Who labelled it.</param>
internal sealed record RoleExample(string Hand, ImmutableArray<Rule> Rules, Role Role)
{
    /// <summary>The passages of a text that a person labelled, headings apart.</summary>
    public static IEnumerable<RoleExample> In(GoldDocument gold, ArgumentPipeline pipeline)
    {
        var structure = pipeline.Extract(gold.Document);
        var comparison = new Comparison(gold, Labelling.Of(structure));
        var passages = structure.Passages.ToDictionary(passage => passage.Id);
        foreach (var segment in comparison.OtherSegments)
            if (comparison.GoldFor(segment)?.Role is { } role)
                yield return new(gold.LabelledBy ?? "", [.. Applied(passages[segment.Id], pipeline.Rules)], role);
    }

    private static IEnumerable<Rule> Applied(ExtractedPassage passage, RuleCatalogue rules) =>
        passage.Cues.Where(cue => cue.Label == Label.Role).Select(cue => rules.Find(cue.Rule)).OfType<Rule>();
}
