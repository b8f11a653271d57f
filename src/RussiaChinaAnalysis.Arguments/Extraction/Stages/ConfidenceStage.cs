using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>
/// Turns the scores of the roles into the probability that the chosen one is right. The signs that make up a score are
/// not independent, so their plain sum promises too much at its upper end: it is bounded by how often such labels were
/// right on the labelled essays for development.
/// </summary>
internal sealed class ConfidenceStage : IExtractionStage
{
    private const double Ceiling = 0.9;

    /// <summary>A thesis is a claim for certain only if it is the thesis.</summary>
    private const double ThesisCeiling = 0.8;

    public void Run(ExtractionState state)
    {
        foreach (var passage in state.Passages)
        {
            var total = 0.0;
            for (var target = Target.Claim; target <= Target.Context; target++)
                total += Math.Exp(passage[target] - passage[(Target)passage.Role]);
            passage.Confidence = Math.Min(passage.IsThesis ? ThesisCeiling : Ceiling, 1 / total);
        }
    }
}
