using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Tells whether a passage hedges what it says, or vouches for it.</summary>
internal sealed class CertaintyStage(RuleCatalogue rules) : IExtractionStage
{
    private readonly Rule hedge = rules["certainty.hedge"];
    private readonly Rule assurance = rules["certainty.assurance"];

    public void Run(ExtractionState state)
    {
        foreach (var passage in state.Passages)
        {
            if (state.Find(passage, CueSense.Doubt) is { } doubt)
                passage.Apply(hedge, doubt);
            if (state.Find(passage, CueSense.Assurance) is { } vouching)
                passage.Apply(assurance, vouching);
            passage.Certainty = Of(passage[Target.Hedged], passage[Target.Emphatic]);
        }
    }

    private static Certainty? Of(double hedged, double emphatic) => (hedged, emphatic) switch
    {
        ( <= 0, <= 0) => null,
        _ => hedged >= emphatic ? Certainty.Hedged : Certainty.Emphatic,
    };
}
