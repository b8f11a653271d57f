using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>What the labels of one essay must satisfy together.</summary>
internal static class LabelRules
{
    public static IEnumerable<(int Line, string Message)> Violations(IReadOnlyList<SegmentLabel> labels)
    {
        var byNumber = new Dictionary<int, SegmentLabel>();
        foreach (var label in labels)
        {
            if (label.Number is { } number && !byNumber.TryAdd(number, label))
                yield return (label.Line, $"number {number} is given twice");
        }

        if (!labels.Any(label => label.IsThesis))
            yield return (labels.Count == 0 ? 1 : labels[^1].Line, "no segment is the thesis");

        foreach (var label in labels)
        {
            if (label.Role == Role.Context && (label.Opposes || label.Relations.Length > 0))
                yield return (label.Line, "context takes no stance and has no relations");
            if (label.IsThesis && (label.Opposes || label.Relations.Length > 0))
                yield return (label.Line, "the thesis does not oppose itself and has no relations of its own");

            foreach (var relation in label.Relations)
            {
                if (Wrong(label, relation, byNumber.GetValueOrDefault(relation.Target)) is { } message)
                    yield return (label.Line, message);
            }
        }
    }

    private static string? Wrong(SegmentLabel label, LabelledRelation relation, SegmentLabel? target) => target switch
    {
        null => $"there is no segment {relation.Target}",
        _ when target == label => "a segment has no relation to itself",
        { Role: Role.Context } => $"segment {relation.Target} is context, which nothing supports or attacks",
        { Relations.Length: 0 } when relation.Kind == RelationKind.Undercuts => $"segment {relation.Target} has no relation that could be undercut",
        _ => null,
    };
}
