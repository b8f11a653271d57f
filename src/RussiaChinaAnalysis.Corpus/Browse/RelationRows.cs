using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse;

internal static class RelationRows
{
    /// <summary>
    /// Relations between passages that nobody rejected, in the order in which they were made; those that bear on a relation
    /// are not among them.
    /// </summary>
    public static IQueryable<RelationRow> Of(IQueryable<Relation> relations) => relations
        .Where(relation => relation.ToPassageId != null && relation.Status != Status.Rejected)
        .OrderBy(relation => relation.Id)
        .Select(relation => new RelationRow(
            relation.Id,
            relation.FromPassageId,
            relation.ToPassageId!.Value,
            relation.Kind,
            relation.Confidence,
            relation.Origin,
            relation.Status,
            relation.Cues)
        {
            FormerStatus = relation.Status == Status.Suggested ? relation.FormerStatus : null,
            Token = relation.ConcurrencyToken,
        });
}
