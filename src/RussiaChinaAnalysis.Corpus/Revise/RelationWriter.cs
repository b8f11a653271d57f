using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>The relations of a document after a new reading: what people decided stays as long as both ends do, the rest is proposed anew.</summary>
internal sealed class RelationWriter(CorpusContext context, DocumentState state, ArgumentStructure structure, Decided decided)
{
    private readonly List<Relation> lost = [];
    private readonly Dictionary<int, Passage> passages = state.Passages.ToDictionary(passage => passage.Id);

    /// <param name="byExtracted">The row of each passage in the structure, by its id there.</param>
    public async Task WriteAsync(IReadOnlyDictionary<int, Passage> byExtracted, RevisionPlan plan, CancellationToken cancellation)
    {
        var fates = plan.Passages.Where(planned => planned.Old is not null).ToDictionary(planned => planned.Old!.Id, planned => planned.Fate);
        var reopening = plan.Passages.Where(planned => planned.Reopens).Select(planned => planned.Old!.Id).ToHashSet();
        var sameText = state.Text == structure.Document.Text;
        var suggested = new Dictionary<(Passage, Passage, RelationKind), Relation>();
        var settled = new HashSet<(Passage, Passage)>();
        foreach (var relation in state.Relations)
        {
            var to = relation.ToPassageId is { } target ? passages.GetValueOrDefault(target) : null;
            if (!decided.Holds(relation))
            {
                if (to is null || !suggested.TryAdd((passages[relation.FromPassageId], to, relation.Kind), relation))
                    context.Remove(relation);
                continue;
            }

            if (IsGone(relation, fates))
            {
                lost.Add(relation);
                await MoveNotesAsync(relation, fates, cancellation);
                context.Remove(relation);
                continue;
            }

            if (to is not null)
                settled.Add((passages[relation.FromPassageId], to));
            if (reopening.Contains(relation.FromPassageId) || (to is not null && reopening.Contains(to.Id)))
                (relation.FormerStatus, relation.Status) = (Former(relation), Status.Suggested);
            // What the reasons point at stood in the former text.
            if (!sameText)
                relation.Cues = [];
        }

        foreach (var proposed in structure.Relations)
            Propose(proposed, byExtracted[proposed.From], byExtracted[proposed.To], settled, suggested);
        context.RemoveRange(suggested.Values);
    }

    /// <summary>What people had decided of a passage that is taken out, one sentence each.</summary>
    public IEnumerable<string> Lost(Passage passage)
    {
        foreach (var tag in passage.Themes.Where(tag => Decided.Holds(tag)))
            yield return $"{tag.FormerStatus ?? tag.Status} theme: {context.Themes.Find(tag.ThemeId)?.Name}";
        foreach (var relation in lost.Where(relation => relation.FromPassageId == passage.Id && relation.ToPassageId is not null))
            yield return $"{relation.FormerStatus ?? relation.Status}: {Word(relation.Kind)} “{passages[relation.ToPassageId!.Value].Quote}”";
        foreach (var relation in lost.Where(relation => relation.ToPassageId == passage.Id))
            yield return $"{relation.FormerStatus ?? relation.Status}: “{passages[relation.FromPassageId].Quote}” {Word(relation.Kind)} this";
    }

    private void Propose(
        ExtractedRelation proposed,
        Passage from,
        Passage to,
        HashSet<(Passage, Passage)> settled,
        Dictionary<(Passage, Passage, RelationKind), Relation> suggested)
    {
        // Between these two people have decided; and what became one passage does not bear on itself.
        if (from == to || settled.Contains((from, to)))
            return;
        if (suggested.Remove((from, to, proposed.Kind), out var known))
        {
            (known.Confidence, known.Cues) = (proposed.Confidence, proposed.Cues);
            return;
        }

        context.Add(new Relation
        {
            FromPassage = from,
            ToPassage = to,
            Kind = proposed.Kind,
            Confidence = proposed.Confidence,
            Cues = proposed.Cues,
        });
    }

    /// <summary>Notes on a relation that is taken out become notes on an end of it that stayed, or else on the words that it started from.</summary>
    private async Task MoveNotesAsync(Relation relation, Dictionary<int, Fate> fates, CancellationToken cancellation)
    {
        int? stayed = !IsOut(fates[relation.FromPassageId]) ? relation.FromPassageId
            : relation.ToPassageId is { } to && fates.TryGetValue(to, out var fate) && !IsOut(fate) ? to
            : null;
        foreach (var note in await context.Annotations.Where(note => note.RelationId == relation.Id).ToListAsync(cancellation))
        {
            (note.RelationId, note.PassageId) = (null, stayed);
            if (stayed is not null)
                continue;
            var start = passages[relation.FromPassageId];
            (note.Spans, note.Anchoring) = ([new Anchor(start.Span, start.Quote, start.Prefix, start.Suffix)], AnchorKind.Orphan);
        }
    }

    private bool IsGone(Relation relation, Dictionary<int, Fate> fates)
    {
        if (IsOut(fates[relation.FromPassageId]) || (relation.ToPassageId is { } to && fates.TryGetValue(to, out var fate) && IsOut(fate)))
            return true;
        return relation.ToRelationId is { } target
            && state.Relations.FirstOrDefault(other => other.Id == target) is { } bearing
            && IsGone(bearing, fates);
    }

    private static bool IsOut(Fate fate) => fate is Fate.Unplaced or Fate.Removed;

    private static Status? Former(Relation relation) => relation.Status != Status.Suggested
        ? relation.Status
        : relation.FormerStatus ?? (relation.Origin == Origin.Person ? Status.Accepted : null);

    private static string Word(RelationKind kind) => kind switch
    {
        RelationKind.Supports => "supports",
        RelationKind.Rebuts => "rebuts",
        RelationKind.Undercuts => "undercuts the support for",
        RelationKind.Exemplifies => "is an example of",
        RelationKind.Restates => "restates",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
