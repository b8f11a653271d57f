using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>Links as one needs them in order to change them: with their tokens, and with the links that bear on them.</summary>
public sealed class RelationBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>From and to the passage, and whatever bears on those; in the order in which they were made.</summary>
    public async Task<IReadOnlyList<EditableRelation>> OfPassageAsync(int passageId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var direct = context.Relations.Where(relation => relation.FromPassageId == passageId || relation.ToPassageId == passageId);
        var ids = direct.Select(relation => relation.Id);
        return await Rows(context.Relations.Where(relation => ids.Contains(relation.Id) || (relation.ToRelationId != null && ids.Contains(relation.ToRelationId.Value))))
            .ToListAsync(cancellation);
    }

    /// <summary>All links of a document by their ids, without words.</summary>
    public async Task<IReadOnlyDictionary<int, RelationState>> StatesAsync(int documentId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Relations.Where(relation => relation.FromPassage.DocumentId == documentId)
            .Select(relation => new RelationState(relation.Id, relation.FromPassageId, relation.ToRelationId, relation.Kind, relation.Status, relation.ConcurrencyToken))
            .ToDictionaryAsync(link => link.Id, cancellation);
    }

    /// <summary>Null when there is no such link.</summary>
    public async Task<EditableRelation?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Rows(context.Relations.Where(relation => relation.Id == id)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<bool> IsPassageAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Passages.AnyAsync(passage => passage.Id == id, cancellation);
    }

    private static IQueryable<EditableRelation> Rows(IQueryable<Relation> relations) => relations
        .OrderBy(relation => relation.Id)
        .Select(relation => new EditableRelation(
            relation.Id,
            relation.FromPassageId,
            relation.FromPassage.Quote,
            relation.ToPassageId,
            relation.ToPassage == null ? null : relation.ToPassage.Quote,
            relation.ToRelationId,
            relation.Kind,
            relation.Origin,
            relation.Status,
            relation.ConcurrencyToken));
}

/// <param name="ToLink">The link that it bears on; null when it bears on a passage.</param>
public sealed record EditableRelation(
    int Id,
    int From,
    string FromQuote,
    int? To,
    string? ToQuote,
    int? ToLink,
    RelationKind Kind,
    Origin Origin,
    Status Status,
    Guid Token);

/// <param name="ToLink">The link that it bears on; null when it bears on a passage.</param>
/// <param name="Token">What it must be changed with.</param>
public sealed record RelationState(int Id, int From, int? ToLink, RelationKind Kind, Status Status, Guid Token);
