namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Collects what each passage is about, for all later comparisons of passages.</summary>
internal sealed class TermStage : IExtractionStage
{
    public void Run(ExtractionState state)
    {
        var (stems, starts) = Collect(state);
        var frequency = new Dictionary<uint, int>();
        foreach (var stem in stems)
            frequency[stem] = frequency.GetValueOrDefault(stem) + 1;

        var count = state.Passages.Count;
        var weights = new float[stems.Length];
        var norms = new double[count];
        var centrality = new double[count];
        for (var passage = 0; passage < count; passage++)
        {
            var (square, common) = (0.0, 0.0);
            for (var i = starts[passage]; i < starts[passage + 1]; i++)
            {
                var holders = frequency[stems[i]];
                weights[i] = (float)Math.Log(1 + (double)count / holders);
                square += weights[i] * weights[i];
                common += holders - 1;
            }

            norms[passage] = Math.Sqrt(square);
            centrality[passage] = starts[passage + 1] == starts[passage] || count < 2
                ? 0
                : common / (starts[passage + 1] - starts[passage]) / (count - 1);
        }

        state.Terms = new PassageTerms(stems, weights, starts, norms, centrality);
    }

    private static (uint[] Stems, int[] Starts) Collect(ExtractionState state)
    {
        var stems = new List<uint>(state.Tokens.Count / 2);
        var starts = new int[state.Passages.Count + 1];
        var own = new List<uint>();
        for (var passage = 0; passage < state.Passages.Count; passage++)
        {
            own.Clear();
            foreach (ref readonly var token in state.TokensOf(state.Passages[passage]))
                if (token.Stem != 0)
                    own.Add(token.Stem);
            own.Sort();
            for (var i = 0; i < own.Count; i++)
                if (i == 0 || own[i] != own[i - 1])
                    stems.Add(own[i]);
            starts[passage + 1] = stems.Count;
        }

        return ([.. stems], starts);
    }
}
