using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Sides;

/// <summary>
/// Chooses the thesis and tells which passages speak for it and which against. Both are decided together: a text turns
/// to the other side and back, and its thesis stands on the author's side. The best sequence of sides is found for each
/// possible thesis at once (Viterbi, forwards and backwards), in linear time.
/// </summary>
internal sealed class SideStage(RuleCatalogue rules) : IExtractionStage
{
    private const int Pro = 0;
    private const int Opp = 1;

    private readonly SideRules side = new(rules);

    public void Run(ExtractionState state)
    {
        var count = state.Passages.Count;
        if (count == 0)
            return;
        foreach (var passage in state.Passages)
            side.Score(state, passage);
        foreach (var paragraph in state.Paragraphs)
            side.ScoreParagraph(state, paragraph);
        var links = new SideLink[count];
        for (var i = 1; i < count; i++)
            links[i] = side.LinkBefore(state, i);

        var forward = Forward(state, links);
        var backward = Backward(state, links);
        var thesis = Thesis(state, forward, backward);
        state.Thesis = thesis;
        if (thesis >= 0)
        {
            state.Passages[thesis].IsThesis = true;
            side.Fix(state.Passages[thesis]);
            // The thesis is on its own side whatever the words around it say.
            forward = Forward(state, links);
        }

        Trace(state, links, forward);
    }

    private static double Own(PassageDraft passage, int side) => side == Opp ? passage[Target.Opposing] : 0;

    private static double[] Forward(ExtractionState state, SideLink[] links)
    {
        var best = new double[state.Passages.Count * 2];
        best[Opp] = Own(state.Passages[0], Opp);
        for (var i = 1; i < state.Passages.Count; i++)
            for (var to = Pro; to <= Opp; to++)
                best[2 * i + to] = Own(state.Passages[i], to)
                    + Math.Max(best[2 * i - 2] + links[i].Score(Pro, to), best[2 * i - 1] + links[i].Score(Opp, to));
        return best;
    }

    private static double[] Backward(ExtractionState state, SideLink[] links)
    {
        var best = new double[state.Passages.Count * 2];
        for (var i = state.Passages.Count - 2; i >= 0; i--)
            for (var from = Pro; from <= Opp; from++)
                best[2 * i + from] = Math.Max(
                    best[2 * i + 2] + links[i + 1].Score(from, Pro) + Own(state.Passages[i + 1], Pro),
                    best[2 * i + 3] + links[i + 1].Score(from, Opp) + Own(state.Passages[i + 1], Opp));
        return best;
    }

    /// <summary>The passage with the best sum of its own score and of the best sequence in which it is on the author's side.</summary>
    private static int Thesis(ExtractionState state, double[] forward, double[] backward)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        for (var i = 0; i < state.Passages.Count; i++)
        {
            var score = state.Passages[i][Target.Thesis] + forward[2 * i] + backward[2 * i];
            if (state.ParagraphOf(state.Passages[i]).Zone != Zone.Heading && score > bestScore)
                (best, bestScore) = (i, score);
        }

        return best;
    }

    private void Trace(ExtractionState state, SideLink[] links, double[] forward)
    {
        var last = state.Passages.Count - 1;
        var now = forward[2 * last + Opp] > forward[2 * last] ? Opp : Pro;
        for (var i = last; i >= 0; i--)
        {
            var takesSide = state.ParagraphOf(state.Passages[i]).Zone != Zone.Heading;
            state.Passages[i].Stance = now == Opp && takesSide ? Stance.Opp : Stance.Pro;
            if (i == 0)
                break;
            var before = forward[2 * i - 1] + links[i].Score(Opp, now) > forward[2 * i - 2] + links[i].Score(Pro, now) ? Opp : Pro;
            side.Explain(state, i, links[i], before == Opp, now == Opp);
            now = before;
        }
    }
}
