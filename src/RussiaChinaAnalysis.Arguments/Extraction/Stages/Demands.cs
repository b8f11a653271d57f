using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Finds what a passage demands.</summary>
internal static class Demands
{
    /// <summary>The first word of demand, and whether it belongs to the main clause; null when the passage demands nothing.</summary>
    public static (TextSpan Span, bool Main)? Find(ExtractionState state, PassageDraft passage)
    {
        if (passage.Has(CueSense.Deontic))
            foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
                if (cue.Senses.Has(CueSense.Deontic))
                    return (state.SpanOf(cue.FirstToken, cue.EndToken), !AfterSubordinator(state.Tokens, passage.AfterOpening, cue.FirstToken));
        return null;
    }

    private static bool AfterSubordinator(TokenBuffer tokens, int first, int end)
    {
        var subordinator = -1;
        for (var i = first; i < end; i++)
            if (tokens[i].Is(WordClass.Relative) || tokens.CueAt(i).Senses.Has(CueSense.Condition) && i > first)
                subordinator = i;
        // "Families who visit their relatives must …": the clause has a verb of its own before the demand comes.
        return subordinator >= 0 && !tokens[subordinator + 1].Is(WordClass.VerbBase | WordClass.VerbThirdPerson | WordClass.VerbPast) && Clauses.FiniteVerb(tokens, subordinator, end) < 0;
    }
}
