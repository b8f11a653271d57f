using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// Two labelings of one text side by side. Segments are paired by overlap, so that labels can be compared where the
/// boundaries differ: each segment takes as partner the segment of the other side that shares most of its words, the
/// earlier one when two share equally much. Persing and Ng (2016) pair the components of essays so when their borders
/// are only approximately equal; here no least share is asked, because a wrong boundary already costs in the figures
/// for boundaries. What lies in a heading is left out, and where the gold labels do not cover the whole text, what they
/// leave out too.
/// </summary>
public sealed class Comparison
{
    private readonly Dictionary<int, LabelledSegment?> otherByGold;
    private readonly Dictionary<int, LabelledSegment?> goldByOther;

    public Comparison(GoldDocument gold, Labelling other)
    {
        Gold = gold;
        Segments = gold.Labels.Segments;
        Headings = [.. gold.Document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => block.Span)];
        OtherSegments = [.. other.Segments.Where(segment => !InHeading(segment.Span) && (!gold.Labels.IsPartial || IsLabelled(segment.Span)))];
        OtherSentences = other.Sentences is { } sentences ? [.. sentences.Where(sentence => !InHeading(sentence))] : null;
        Sentences = gold.Labels.Sentences is { } own ? [.. own.Where(sentence => !InHeading(sentence))] : null;
        otherByGold = Partners(Segments, OtherSegments);
        goldByOther = Partners(OtherSegments, Segments);
    }

    public GoldDocument Gold { get; }

    public ImmutableArray<LabelledSegment> Segments { get; }

    public ImmutableArray<LabelledSegment> OtherSegments { get; }

    public ImmutableArray<TextSpan>? Sentences { get; }

    public ImmutableArray<TextSpan>? OtherSentences { get; }

    private ImmutableArray<TextSpan> Headings { get; }

    public LabelledSegment? OtherFor(LabelledSegment gold) => otherByGold[gold.Id];

    public LabelledSegment? GoldFor(LabelledSegment other) => goldByOther[other.Id];

    /// <summary>Every gold segment for which the gold labelling answers, with both answers.</summary>
    public IEnumerable<(T Gold, LabelledSegment? Other)> Pairs<T>(Func<LabelledSegment, T?> answer)
        where T : struct =>
        Segments.SelectMany(segment => answer(segment) is { } gold ? [(gold, OtherFor(segment))] : Array.Empty<(T, LabelledSegment?)>());

    private bool InHeading(TextSpan span) => Headings.Any(heading => heading.Overlaps(span));

    private bool IsLabelled(TextSpan span) => Segments.Any(segment => segment.Span.Overlaps(span));

    private static Dictionary<int, LabelledSegment?> Partners(ImmutableArray<LabelledSegment> segments, ImmutableArray<LabelledSegment> others)
    {
        var partners = new Dictionary<int, LabelledSegment?>();
        var first = 0;
        foreach (var segment in segments)
        {
            // Both sides are in order and do not overlap among themselves, so what ends before this segment is done with.
            while (first < others.Length && others[first].Span.End <= segment.Span.Start)
                first++;

            LabelledSegment? best = null;
            for (var index = first; index < others.Length && others[index].Span.Start < segment.Span.End; index++)
            {
                if (best is null || Shared(segment, others[index]) > Shared(segment, best))
                    best = others[index];
            }

            partners.Add(segment.Id, best);
        }

        return partners;
    }

    private static int Shared(LabelledSegment one, LabelledSegment other) =>
        Math.Min(one.Span.End, other.Span.End) - Math.Max(one.Span.Start, other.Span.Start);
}
