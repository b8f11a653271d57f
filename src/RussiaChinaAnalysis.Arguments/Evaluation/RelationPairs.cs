using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// Relations of both sides between gold segments. A relation of the other side leads from and to the gold segments that
/// its ends overlap most; it is dropped where both ends fall into one of them.
/// </summary>
internal static class RelationPairs
{
    public static IEnumerable<(string Gold, string Other)> Attachment(Comparison text)
    {
        if (!Labelled(text))
            return [];

        var gold = Gold(text);
        var other = Other(text);
        var segments = text.Segments.Where(segment => segment.Role != Role.Context).ToList();
        return
            from one in segments
            where one.Relations is not null
            from another in segments
            where one != another
            select (Related(gold.ContainsKey((one.Id, another.Id))), Related(other.ContainsKey((one.Id, another.Id))));
    }

    public static IEnumerable<(string Gold, string Other)> Kinds(Comparison text)
    {
        if (!Labelled(text))
            return [];

        var other = Other(text);
        return Gold(text)
            .Where(relation => other.ContainsKey(relation.Key))
            .Select(relation => (ClassNames.Of(relation.Value), ClassNames.Of(other[relation.Key])));
    }

    /// <returns>Null where the gold labels have no relations.</returns>
    public static DetectionCounts? Relations(Comparison text, bool withKind)
    {
        if (!Labelled(text))
            return null;

        return DetectionCounts.Of(Triples(Gold(text)), Triples(Other(text)));

        IEnumerable<(int, int, RelationKind?)> Triples(Dictionary<(int From, int To), RelationKind> relations) =>
            relations.Select(relation => (relation.Key.From, relation.Key.To, withKind ? relation.Value : (RelationKind?)null));
    }

    /// <summary>Of the relations of the other side that lie between gold segments: how sure they are, and whether the gold labels hold the same.</summary>
    public static IEnumerable<(double Confidence, bool Right)> Confidences(Comparison text)
    {
        if (!Labelled(text))
            return [];

        var gold = Gold(text);
        return Drawn(text).DistinctBy(drawn => (drawn.From, drawn.To)).SelectMany(drawn => drawn.Relation.Confidence is { } confidence
            ? [(confidence, gold.TryGetValue((drawn.From, drawn.To), out var kind) && kind == drawn.Relation.Kind)]
            : Array.Empty<(double, bool)>());
    }

    private static bool Labelled(Comparison text) => text.Segments.Any(segment => segment.Relations is not null);

    private static string Related(bool related) => related ? "related" : "unrelated";

    private static Dictionary<(int From, int To), RelationKind> Gold(Comparison text) =>
        Collect(text.Segments.SelectMany(segment => (segment.Relations ?? []).Select(relation => (segment.Id, relation.Target, relation.Kind))));

    private static Dictionary<(int From, int To), RelationKind> Other(Comparison text) =>
        Collect(Drawn(text).Select(drawn => (drawn.From, drawn.To, drawn.Relation.Kind)));

    private static IEnumerable<(int From, int To, LabelledRelation Relation)> Drawn(Comparison text)
    {
        var golds = text.OtherSegments.ToDictionary(segment => segment.Id, text.GoldFor);
        return
            from segment in text.OtherSegments
            from relation in segment.Relations ?? []
            let source = golds[segment.Id]
            let target = golds.GetValueOrDefault(relation.Target)
            where source?.Relations is not null && target is not null && source != target
            select (source.Id, target.Id, relation);
    }

    // Where two relations come to lie between the same segments, the first in the text counts.
    private static Dictionary<(int From, int To), RelationKind> Collect(IEnumerable<(int From, int To, RelationKind Kind)> relations)
    {
        var collected = new Dictionary<(int, int), RelationKind>();
        foreach (var (from, to, kind) in relations)
            collected.TryAdd((from, to), kind);
        return collected;
    }
}
