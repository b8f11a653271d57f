using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>One kind of thing that both sides find or miss.</summary>
/// <param name="Count">The counts in one text; null where the gold labels have nothing of the kind.</param>
internal sealed record DetectionCheck(string Name, string Description, Func<Comparison, DetectionCounts?> Count)
{
    public static readonly ImmutableArray<DetectionCheck> All =
    [
        new("sentence boundaries", "where sentences start; the starts of paragraphs are given by the layout and not counted", Sentences),
        new("passage boundaries", "where passages start; the starts of paragraphs are not counted", text =>
            Starts(text, Spans(text.Segments), Spans(text.OtherSegments))),
        new("passage spans", "passages whose start and end are both right", text =>
            DetectionCounts.Of(Spans(text.Segments), Spans(text.OtherSegments))),
        new("attachment", "relations: source and target", text => RelationPairs.Relations(text, withKind: false)),
        new("labelled attachment", "relations: source, target and kind", text => RelationPairs.Relations(text, withKind: true)),
        new("themes", "themes of segments, in texts that are labelled with themes, all themes in one", text => ThemePairs.Of(text)?.Pooled()),
    ];

    private static DetectionCounts? Sentences(Comparison text) =>
        text is { Sentences: { } gold, OtherSentences: { } other } ? Starts(text, gold, other) : null;

    private static DetectionCounts Starts(Comparison text, IEnumerable<TextSpan> gold, IEnumerable<TextSpan> other)
    {
        var given = text.Gold.Document.Blocks.Select(block => block.Span.Start).ToHashSet();
        return DetectionCounts.Of(Inner(gold), Inner(other));

        IEnumerable<int> Inner(IEnumerable<TextSpan> spans) => spans.Select(span => span.Start).Where(start => !given.Contains(start));
    }

    private static IEnumerable<TextSpan> Spans(ImmutableArray<LabelledSegment> segments) => segments.Select(segment => segment.Span);
}
