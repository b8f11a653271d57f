using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Relations;

/// <summary>A passage that another may bear on, with what speaks for it.</summary>
internal sealed class RelationCandidate
{
    private readonly List<Cue> cues = [];

    public int To { get; private set; }

    public RelationKind Kind { get; private set; }

    public double Score { get; private set; }

    /// <summary>The rule that made it a candidate; what else speaks for it only adds to it.</summary>
    public string DrawnBy => cues[0].Rule;

    public RelationCandidate With(Rule rule, TextSpan span)
    {
        cues.Add(new Cue(Label.Relation, rule.Id, span, rule.Weight));
        Score += rule.Weight;
        return this;
    }

    public ExtractedRelation From(int passage, double confidence) => new(passage + 1, To + 1, Kind, confidence, [.. cues]);

    public void Reset(int to, RelationKind kind)
    {
        (To, Kind, Score) = (to, kind, 0);
        cues.Clear();
    }
}

/// <summary>The candidates of one passage at a time; the objects serve again for the next.</summary>
internal sealed class RelationCandidates
{
    private readonly List<RelationCandidate> pool = [];

    public int Count { get; private set; }

    public RelationCandidate this[int index] => pool[index];

    public RelationCandidate Add(int to, RelationKind kind)
    {
        if (Count == pool.Count)
            pool.Add(new RelationCandidate());
        var candidate = pool[Count++];
        candidate.Reset(to, kind);
        return candidate;
    }

    public void Clear() => Count = 0;
}
