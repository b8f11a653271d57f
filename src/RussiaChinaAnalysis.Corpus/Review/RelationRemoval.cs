using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

internal static class RelationRemoval
{
    /// <summary>With the relations that bear on it. Notes on it move to the passage that it starts from.</summary>
    /// <param name="successor">Gives the passage that takes the place of one that is about to go; null when none goes.</param>
    public static async Task RemoveAsync(
        CorpusContext context, Relation relation, CancellationToken cancellation, Func<int, int>? successor = null)
    {
        foreach (var bearing in await context.Relations.Where(other => other.ToRelationId == relation.Id).ToListAsync(cancellation))
            await RemoveAsync(context, bearing, cancellation, successor);
        foreach (var note in await context.Annotations.Where(note => note.RelationId == relation.Id).ToListAsync(cancellation))
            (note.RelationId, note.PassageId) = (null, successor?.Invoke(relation.FromPassageId) ?? relation.FromPassageId);
        context.Remove(relation);
    }
}
