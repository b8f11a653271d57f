using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

internal sealed record ReportRelation(int From, int To, RelationKind Kind, Status Status)
{
    public bool IsSupport => Kind is RelationKind.Supports or RelationKind.Exemplifies;

    public bool IsAttack => Kind is RelationKind.Rebuts or RelationKind.Undercuts;
}

/// <summary>The selected passages, those that bear on them, and the relations between them.</summary>
internal sealed class ReportGraph
{
    /// <summary>A parameter of a query holds so many ids at the most.</summary>
    private const int IdsAtOnce = 5_000;

    private readonly Dictionary<int, ReportPassage> passages;
    private readonly ILookup<int, ReportRelation> incoming;

    private ReportGraph(List<ReportPassage> selected, List<ReportPassage> bearing, List<ReportRelation> relations)
    {
        Selected = selected;
        passages = selected.Concat(bearing).ToDictionary(passage => passage.Id);
        incoming = relations
            .Where(relation => passages.ContainsKey(relation.From) && passages.ContainsKey(relation.To))
            .OrderBy(relation => passages[relation.From].DocumentId).ThenBy(relation => passages[relation.From].Ordinal).ThenBy(relation => relation.From)
            .ToLookup(relation => relation.To);
    }

    public IReadOnlyList<ReportPassage> Selected { get; }

    public ReportPassage this[int id] => passages[id];

    public static async Task<ReportGraph> ReadAsync(
        CorpusContext context, List<ReportPassage> selected, bool hasRejected, CancellationToken cancellation)
    {
        var ids = selected.Select(passage => passage.Id).ToHashSet();
        var relations = new List<ReportRelation>();
        foreach (var part in ids.Order().Chunk(IdsAtOnce))
        {
            relations.AddRange(await context.Relations
                .Where(relation => relation.ToPassageId != null && part.Contains(relation.ToPassageId.Value)
                    && (hasRejected || (relation.Status != Status.Rejected && relation.FromPassage.Status != Status.Rejected)))
                .OrderBy(relation => relation.Id)
                .Select(relation => new ReportRelation(relation.FromPassageId, relation.ToPassageId!.Value, relation.Kind, relation.Status))
                .ToListAsync(cancellation));
        }

        var bearing = new List<ReportPassage>();
        foreach (var part in relations.Select(relation => relation.From).Where(id => !ids.Contains(id)).Distinct().Order().Chunk(IdsAtOnce))
            bearing.AddRange(await ReportPassage.Of(context.Passages.Where(passage => part.Contains(passage.Id))).ToListAsync(cancellation));
        return new(selected, bearing, relations);
    }

    /// <summary>What speaks for or against the passage, in the order of the text.</summary>
    public IEnumerable<ReportRelation> Bearing(int id) => incoming[id].Where(relation => relation.IsSupport || relation.IsAttack);

    /// <summary>The same, and what says the passage again, which a statement does not show below it.</summary>
    public IEnumerable<ReportRelation> Incoming(int id) => incoming[id];
}
