using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>What kind of statement a claim is: the one with the highest sum of log-odds.</summary>
internal sealed class ClaimKindStage(RuleCatalogue rules) : IExtractionStage
{
    private readonly Rule descriptive = rules["claim.descriptive"];
    private readonly Rule causal = rules["claim.causal"];
    private readonly Rule evaluative = rules["claim.evaluative"];
    private readonly Rule normative = rules["claim.normative"];
    private readonly Rule appeal = rules["claim.appeal"];
    private readonly Rule predictive = rules["claim.predictive"];

    public void Run(ExtractionState state)
    {
        foreach (var passage in state.Passages)
        {
            if (passage.Role != Role.Claim)
                continue;
            Score(state, passage);
            passage.ClaimKind = Best(passage);
        }
    }

    private void Score(ExtractionState state, PassageDraft passage)
    {
        passage.Apply(descriptive, passage.Span);
        if (state.Find(passage, CueSense.Deontic) is { } ought)
            passage.Apply(normative, ought);
        // “Critics reply that …” looks like a call to reply, but it is the critics who do.
        if (passage.Traits.IsImperative && passage.Attribution == AttributionKind.Author)
            passage.Apply(appeal, state.OpeningSpan(passage));
        if (state.Find(passage, CueSense.Prediction) is { } future)
            passage.Apply(predictive, future);
        if (state.Find(passage, CueSense.Causal) is { } effect)
            passage.Apply(causal, effect);
        if (state.Find(passage, CueSense.Evaluation) is { } judgement)
            passage.Apply(evaluative, judgement);
    }

    private static ClaimKind Best(PassageDraft passage)
    {
        var best = ClaimKind.Descriptive;
        for (var kind = ClaimKind.Causal; kind <= ClaimKind.Predictive; kind++)
            if (passage[Target.Descriptive + (int)kind] > passage[Target.Descriptive + (int)best])
                best = kind;
        return best;
    }
}
