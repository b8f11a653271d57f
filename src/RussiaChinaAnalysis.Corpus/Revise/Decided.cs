using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>What people have had a hand in, so that no reading by the program may change it.</summary>
internal sealed class Decided
{
    private readonly HashSet<int> passages;
    private readonly HashSet<int> relations = [];

    public Decided(DocumentState state)
    {
        var decided = state.Relations.Where(IsByPeople).ToList();
        // What a decided relation bears on is part of the decision.
        var byId = state.Relations.ToDictionary(relation => relation.Id);
        foreach (var relation in decided)
        {
            for (var current = relation; current is not null && relations.Add(current.Id);)
                current = current.ToRelationId is { } target ? byId.GetValueOrDefault(target) : null;
        }

        passages = [.. state.Passages.Where(IsByPeople).Select(passage => passage.Id)];
        foreach (var relation in state.Relations.Where(relation => relations.Contains(relation.Id)))
        {
            passages.Add(relation.FromPassageId);
            if (relation.ToPassageId is { } target)
                passages.Add(target);
        }
    }

    /// <summary>Whether a decision is about the passage or hangs on it.</summary>
    public bool Holds(Passage passage) => passages.Contains(passage.Id);

    /// <summary>Whether people have decided about its labels.</summary>
    public static bool HoldsLabels(Passage passage) =>
        passage.Origin == Origin.Person || passage.Status != Status.Suggested || passage.FormerStatus is not null;

    public bool Holds(Relation relation) => relations.Contains(relation.Id);

    public static bool Holds(PassageTheme tag) => tag.Origin == Origin.Person || tag.Status != Status.Suggested || tag.FormerStatus is not null;

    private static bool IsByPeople(Passage passage) => HoldsLabels(passage) || passage.Themes.Any(Holds);

    private static bool IsByPeople(Relation relation) =>
        relation.Origin == Origin.Person || relation.Status != Status.Suggested || relation.FormerStatus is not null;
}
