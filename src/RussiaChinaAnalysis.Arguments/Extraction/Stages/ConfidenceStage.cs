using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Turns the scores of the roles into the probability that the chosen one is right, as <c>confidence.yaml</c> says.</summary>
internal sealed class ConfidenceStage(IReadOnlyDictionary<ConfidenceCase, ConfidenceScale> scales) : IExtractionStage
{
    public void Run(ExtractionState state)
    {
        foreach (var passage in state.Passages)
        {
            var scale = scales[CaseOf(state, passage)];
            var total = 0.0;
            for (var target = Target.Claim; target <= Target.Context; target++)
                total += Math.Exp(scale.Factor * (passage[target] - passage[(Target)passage.Role]));
            passage.Confidence = Math.Min(scale.Ceiling, 1 / total);
        }
    }

    private static ConfidenceCase CaseOf(ExtractionState state, PassageDraft passage) =>
        passage.IsThesis ? ConfidenceCase.Thesis
        : state.IsPlanned ? ConfidenceCase.Planned
        : state.ParagraphOf(passage).IsGuessed ? ConfidenceCase.GuessedLayout
        : ConfidenceCase.Layout;
}
