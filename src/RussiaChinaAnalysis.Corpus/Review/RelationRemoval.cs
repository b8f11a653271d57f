using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

internal static class RelationRemoval
{
    /// <summary>With the relations that bear on it. Notes on it move to the passage that it starts from.</summary>
    public static async Task RemoveAsync(CorpusContext context, Relation relation, CancellationToken cancellation)
    {
        foreach (var bearing in await context.Relations.Where(other => other.ToRelationId == relation.Id).ToListAsync(cancellation))
            await RemoveAsync(context, bearing, cancellation);
        foreach (var note in await context.Annotations.Where(note => note.RelationId == relation.Id).ToListAsync(cancellation))
            (note.RelationId, note.PassageId) = (null, relation.FromPassageId);
        context.Remove(relation);
    }
}
