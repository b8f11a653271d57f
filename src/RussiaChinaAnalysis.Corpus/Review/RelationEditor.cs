using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>What people do to relations. A token is that of the relation as the person saw it.</summary>
public sealed class RelationEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    /// <summary>From a passage to another one.</summary>
    public async Task<EditResult> LinkAsync(Actor actor, int from, int to, RelationKind kind, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ends = await context.Passages.Where(passage => passage.Id == from || passage.Id == to).ToListAsync(cancellation);
        if (from == to)
            return new EditResult.Refused("A passage cannot bear on itself; choose another one at the end of the link.");
        if (ends is not [_, _])
            return Gone;
        var (start, end) = (ends.Single(passage => passage.Id == from), ends.Single(passage => passage.Id == to));
        if (start.DocumentId != end.DocumentId)
            return OtherDocument;
        if (await ExistingAsync(context, relation => relation.FromPassageId == from && relation.ToPassageId == to, kind, cancellation) is { } known)
            return await AcceptAsync(context, actor, known, start, cancellation);
        var made = New(start, kind, end, null);
        context.Add(made);
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.LinkPassages, $"Said that {Quoted.Short(start.Quote)} {Verb(kind)} {Quoted.Short(end.Quote)}", start.DocumentId, () => made.Id),
            cancellation);
    }

    /// <summary>From a passage to a relation: it speaks for or against the step, not for or against either end.</summary>
    public async Task<EditResult> LinkToRelationAsync(Actor actor, int from, int toRelation, RelationKind kind, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Passages.SingleOrDefaultAsync(passage => passage.Id == from, cancellation) is not { } start
            || await context.Relations.Include(relation => relation.FromPassage).SingleOrDefaultAsync(relation => relation.Id == toRelation, cancellation) is not { } target)
            return Gone;
        if (start.DocumentId != target.FromPassage.DocumentId)
            return OtherDocument;
        if (target.FromPassageId == from)
            return new EditResult.Refused("The link starts from this very passage; choose another passage that bears on it.");
        if (await ExistingAsync(context, relation => relation.FromPassageId == from && relation.ToRelationId == toRelation, kind, cancellation) is { } known)
            return await AcceptAsync(context, actor, known, start, cancellation);
        var made = New(start, kind, null, target);
        context.Add(made);
        return await journal.SaveAsync(
            context, actor, new(Actions.LinkToLink, $"Said that {Quoted.Short(start.Quote)} {Verb(kind)} a link", start.DocumentId, () => made.Id), cancellation);
    }

    public async Task<EditResult> ChangeKindAsync(Actor actor, int id, Guid token, RelationKind kind, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } relation)
            return Gone;
        relation.Kind = kind;
        relation.Status = Status.Accepted;
        return await journal.SaveAsync(
            context, actor, new(Actions.ChangeLink, $"Said that {Quoted.Short(relation.FromPassage.Quote)} {Verb(kind)} what it is linked to", relation.FromPassage.DocumentId, () => id), cancellation);
    }

    public async Task<EditResult> DecideAsync(Actor actor, int id, Guid token, Status status, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } relation)
            return Gone;
        relation.Status = status;
        return await journal.SaveAsync(
            context, actor, new(Actions.DecideLink, $"{Decisions.Past(status)} that {Quoted.Short(relation.FromPassage.Quote)} {Verb(relation.Kind)} what it is linked to", relation.FromPassage.DocumentId, () => id), cancellation);
    }

    /// <summary>Removes what a person made; what was extracted is rejected, so that it is not proposed again.</summary>
    public async Task<EditResult> RemoveAsync(Actor actor, int id, Guid token, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, id, token, cancellation) is not { } relation)
            return Gone;
        if (relation.Origin == Origin.Extracted)
            relation.Status = Status.Rejected;
        else
            await RelationRemoval.RemoveAsync(context, relation, cancellation);
        return await journal.SaveAsync(
            context, actor, new(Actions.RemoveLink, $"Took back that {Quoted.Short(relation.FromPassage.Quote)} {Verb(relation.Kind)} what it was linked to", relation.FromPassage.DocumentId, () => id), cancellation);
    }

    private Task<EditResult> AcceptAsync(CorpusContext context, Actor actor, Relation known, Passage start, CancellationToken cancellation)
    {
        known.Status = Status.Accepted;
        return journal.SaveAsync(
            context, actor, new(Actions.DecideLink, $"Accepted that {Quoted.Short(start.Quote)} {Verb(known.Kind)} what it is linked to", start.DocumentId, () => known.Id), cancellation);
    }

    private static Task<Relation?> ExistingAsync(
        CorpusContext context, System.Linq.Expressions.Expression<Func<Relation, bool>> ends, RelationKind kind, CancellationToken cancellation) =>
        context.Relations.Where(ends).FirstOrDefaultAsync(relation => relation.Kind == kind, cancellation);

    private static async Task<Relation?> FindAsync(CorpusContext context, int id, Guid token, CancellationToken cancellation)
    {
        var relation = await context.Relations.Include(one => one.FromPassage).SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (relation is not null)
            context.Entry(relation).Property(one => one.ConcurrencyToken).OriginalValue = token;
        return relation;
    }

    private static Relation New(Passage from, RelationKind kind, Passage? to, Relation? toRelation) => new()
    {
        FromPassage = from,
        ToPassage = to,
        ToRelation = toRelation,
        Kind = kind,
        Confidence = 1,
        Origin = Origin.Person,
        Status = Status.Accepted,
    };

    private static string Verb(RelationKind kind) => kind == RelationKind.Exemplifies ? "is an example of" : kind.ToString().ToLowerInvariant();

    private static EditResult OtherDocument =>
        new EditResult.Refused("A link stays within one document; what passages of several say of each other is found by itself and stands under Connections.");

    private static EditResult Gone => new EditResult.Missing("There is no such passage or link any more.");
}
