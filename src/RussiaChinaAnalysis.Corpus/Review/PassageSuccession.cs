using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>What hangs on a passage that ceases to be. Everything is loaded, so that the history records every row.</summary>
internal static class PassageSuccession
{
    /// <summary>Relations, themes and notes of the one become those of the other; what that has already is dropped, and was accepted if either was.</summary>
    public static async Task HandOverAsync(CorpusContext context, Passage from, Passage to, CancellationToken cancellation)
    {
        await HandOverRelationsAsync(context, from, to, cancellation);
        var tags = await context.PassageThemes
            .Where(tag => tag.PassageId == from.Id || tag.PassageId == to.Id).ToListAsync(cancellation);
        foreach (var tag in tags.Where(tag => tag.PassageId == from.Id))
        {
            if (tags.Find(other => other.PassageId == to.Id && other.ThemeId == tag.ThemeId) is { } same)
            {
                same.Status = Decisions.Stronger(same.Status, tag.Status);
            }
            else
            {
                context.Add(new PassageTheme
                {
                    Passage = to,
                    ThemeId = tag.ThemeId,
                    Score = tag.Score,
                    Origin = tag.Origin,
                    Status = tag.Status,
                    FormerStatus = tag.FormerStatus,
                    Cues = tag.Cues,
                });
            }

            context.Remove(tag);
        }

        foreach (var note in await context.Annotations.Where(note => note.PassageId == from.Id).ToListAsync(cancellation))
            note.PassageId = to.Id;
    }

    /// <summary>Only where <see cref="NotesOnLinks"/> are none: notes on a link would have nowhere to go.</summary>
    public static async Task RemoveLinksAsync(CorpusContext context, Passage passage, CancellationToken cancellation)
    {
        foreach (var relation in await RelationsAsync(context, passage, cancellation))
            await RelationRemoval.RemoveAsync(context, relation, cancellation);
        context.RemoveRange(await context.PassageThemes.Where(tag => tag.PassageId == passage.Id).ToListAsync(cancellation));
    }

    /// <summary>
    /// The notes that hang on a link that starts from the passage. Those on a link that leads to it move to the passage
    /// at the other end when the link goes.
    /// </summary>
    public static IQueryable<Annotation> NotesOnLinks(CorpusContext context, int passageId) =>
        context.Annotations.Where(note => context.Relations.Any(relation => relation.Id == note.RelationId && relation.FromPassageId == passageId));

    private static async Task HandOverRelationsAsync(CorpusContext context, Passage from, Passage to, CancellationToken cancellation)
    {
        var kept = await RelationsAsync(context, to, cancellation);
        foreach (var relation in await RelationsAsync(context, from, cancellation))
        {
            var (start, end) = (Successor(relation.FromPassageId), relation.ToPassageId is { } target ? Successor(target) : (int?)null);
            var same = kept.Find(other => other.Id != relation.Id && other.FromPassageId == start && other.ToPassageId == end
                && other.ToRelationId == relation.ToRelationId && other.Kind == relation.Kind);
            if (start == end || same is not null)
            {
                if (same is not null)
                    same.Status = Decisions.Stronger(same.Status, relation.Status);
                await RelationRemoval.RemoveAsync(context, relation, cancellation, Successor);
                continue;
            }

            context.Entry(relation).Property(one => one.FromPassageId).CurrentValue = start;
            context.Entry(relation).Property(one => one.ToPassageId).CurrentValue = end;
            kept.Add(relation);
        }

        int Successor(int id) => id == from.Id ? to.Id : id;
    }

    private static Task<List<Relation>> RelationsAsync(CorpusContext context, Passage passage, CancellationToken cancellation) =>
        context.Relations.Where(relation => relation.FromPassageId == passage.Id || relation.ToPassageId == passage.Id)
            .OrderBy(relation => relation.Id).ToListAsync(cancellation);
}
