using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>What people have had a hand in, so that no reading by the program may change it.</summary>
internal sealed class Decided
{
    private readonly HashSet<int> passages = [];
    private readonly HashSet<int> relations = [];
    private HashSet<int> changedPassages = [];

    private Decided()
    {
    }

    public static async Task<Decided> ReadAsync(CorpusContext context, DocumentState state, CancellationToken cancellation)
    {
        var decided = new Decided();
        var noted = await context.Annotations.Where(note => note.DocumentId == state.Document.Id)
            .Select(note => new { note.PassageId, note.RelationId }).ToListAsync(cancellation);
        var notedRelations = noted.Select(note => note.RelationId).ToHashSet();
        var changedRelations = await ChangedAsync(context, state, nameof(Relation), cancellation);
        decided.AddRelations(state, relation =>
            IsByPeople(relation) || notedRelations.Contains(relation.Id) || changedRelations.Contains(relation.Id));
        var notedPassages = noted.Select(note => note.PassageId).ToHashSet();
        decided.changedPassages = await ChangedAsync(context, state, nameof(Passage), cancellation);
        decided.passages.UnionWith(state.Passages
            .Where(passage => decided.HoldsLabels(passage) || passage.Themes.Any(Holds) || notedPassages.Contains(passage.Id))
            .Select(passage => passage.Id));
        return decided;
    }

    /// <summary>Whether a decision is about the passage or hangs on it.</summary>
    public bool Holds(Passage passage) => passages.Contains(passage.Id);

    /// <summary>Whether people have decided about its labels.</summary>
    public bool HoldsLabels(Passage passage) =>
        passage.Origin == Origin.Person || passage.Status != Status.Suggested || passage.FormerStatus is not null
        || changedPassages.Contains(passage.Id);

    public bool Holds(Relation relation) => relations.Contains(relation.Id);

    public static bool Holds(PassageTheme tag) => tag.Origin == Origin.Person || tag.Status != Status.Suggested || tag.FormerStatus is not null;

    /// <summary>Whether people decided about the relation itself.</summary>
    public static bool IsByPeople(Relation relation) =>
        relation.Origin == Origin.Person || relation.Status != Status.Suggested || relation.FormerStatus is not null;

    private void AddRelations(DocumentState state, Func<Relation, bool> isByPeople)
    {
        // What a decided relation bears on is part of the decision.
        var byId = state.Relations.ToDictionary(relation => relation.Id);
        foreach (var relation in state.Relations.Where(isByPeople))
        {
            for (var current = relation; current is not null && relations.Add(current.Id);)
                current = current.ToRelationId is { } target ? byId.GetValueOrDefault(target) : null;
        }

        foreach (var relation in state.Relations.Where(Holds))
        {
            passages.Add(relation.FromPassageId);
            if (relation.ToPassageId is { } target)
                passages.Add(target);
        }
    }

    /// <summary>The rows of the document that the history says people have changed. What a reading changed, the program changed.</summary>
    private static async Task<HashSet<int>> ChangedAsync(
        CorpusContext context, DocumentState state, string entity, CancellationToken cancellation)
    {
        var keys = await context.Set<ChangedRow>().Where(row => row.Entity == entity)
            .Join(ByPeople(context, state), row => row.ChangeId, change => change.Id, (row, _) => row.Key)
            .ToListAsync(cancellation);
        return [.. keys.Select(key => int.Parse(key, CultureInfo.InvariantCulture))];
    }

    private static IQueryable<Change> ByPeople(CorpusContext context, DocumentState state) => context.Changes.Where(change =>
        change.DocumentId == state.Document.Id
        && change.Action != Actions.NewVersion && change.Action != Actions.ReadAnew);
}
