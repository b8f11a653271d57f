using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Relations;

/// <summary>
/// Gives every claim and every piece of evidence but the thesis one relation to what it bears on. Only near passages, the
/// claim of the paragraph and the thesis are weighed, so that the time stays linear.
/// </summary>
internal sealed class RelationStage(RelationRules relation, RelationShares shares) : IExtractionStage
{
    /// <summary>Longer chains of relations are not followed when circles are looked for.</summary>
    private const int LongestChain = 64;

    public void Run(ExtractionState state)
    {
        var targets = new int[state.Passages.Count];
        Array.Fill(targets, -1);
        var candidates = new RelationCandidates();
        foreach (var paragraph in state.Paragraphs)
        {
            var scene = RelationScene.Of(state, paragraph);
            for (var i = scene.First; i < scene.End; i++)
            {
                if (state.Passages[i].IsThesis || state.Passages[i].Role == Role.Context)
                    continue;
                candidates.Clear();
                relation.Collect(state, scene, i, candidates);
                if (Best(targets, candidates, i) is not { } best)
                    continue;
                targets[i] = best.To;
                state.Relations.Add(best.From(i, shares.Of(best.DrawnBy, CaseOf(state, i))));
            }
        }
    }

    private static RelationCandidate? Best(int[] targets, RelationCandidates candidates, int passage)
    {
        RelationCandidate? best = null;
        for (var i = 0; i < candidates.Count; i++)
            if ((best is null || candidates[i].Score > best.Score) && !LeadsBack(targets, candidates[i].To, passage))
                best = candidates[i];
        return best;
    }

    private static bool LeadsBack(int[] targets, int from, int passage)
    {
        for (var step = 0; step < LongestChain && from >= 0; step++)
        {
            if (from == passage)
                return true;
            from = targets[from];
        }

        return false;
    }

    private static RelationCase CaseOf(ExtractionState state, int passage) =>
        (state.IsEssay, state.IsPlanned, state.ParagraphOf(state.Passages[passage]).IsGuessed) switch
        {
            (false, _, _) => RelationCase.Short,
            (_, true, true) => RelationCase.PlannedGuessedLayout,
            (_, true, false) => RelationCase.Planned,
            (_, false, true) => RelationCase.GuessedLayout,
            _ => RelationCase.Layout,
        };
}
