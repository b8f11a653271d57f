using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>Remarks on the text, on the writer, and on what others say: they speak of the argument and not of its matter.</summary>
internal sealed class RoleRemarkRules(RuleCatalogue rules)
{
    private readonly Rule transition = rules["role.transition"];
    private readonly Rule verdict = rules["role.verdict"];
    private readonly Rule aside = rules["role.aside"];

    private static readonly CueSenses Positions = CueSenses.Of(CueSense.Opinion, CueSense.Deontic, CueSense.Verdict);

    public void Apply(ExtractionState state, PassageDraft passage)
    {
        if (!state.IsEssay || state.ParagraphOf(passage).Zone == Zone.Heading)
            return;
        if (LeadIns.Find(state, passage) is { } next)
            passage.Apply(transition, next);
        if (passage.Attribution == AttributionKind.Author && state.Find(passage, CueSense.Verdict) is { } judged)
            passage.Apply(verdict, judged);
        if (IsAside(state, passage))
            passage.Apply(aside, state.Tokens[passage.AfterOpening].Span);
    }

    /// <summary>"I respect him.", "I know such girls.": the writer speaks of himself, tells no case and takes no position.</summary>
    private static bool IsAside(ExtractionState state, PassageDraft passage) =>
        passage.EvidenceKind is null or EvidenceKind.Reason && !passage.Senses.HasAny(Positions)
        && passage.AfterOpening < passage.EndToken && state.Tokens[passage.AfterOpening].Is(WordClass.FirstPersonSingular);
}
