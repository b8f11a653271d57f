using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Web.Text;

/// <summary>A piece of a text and the marks that cover it whole.</summary>
public sealed record TextSegment<TMark>(TextSpan Span, string Text, IReadOnlyList<TMark> Marks);

/// <summary>
/// Cuts a text where marks begin and end. A page writes each piece as text, so that nothing in an essay can become
/// markup, however the marks overlap.
/// </summary>
public static class TextSegments
{
    /// <param name="text">The whole text that the spans count in.</param>
    /// <param name="range">The part to cut; marks are clipped to it.</param>
    /// <returns>Pieces in order, without gap or overlap, that together make up the range.</returns>
    public static IReadOnlyList<TextSegment<TMark>> Cut<TMark>(
        string text, TextSpan range, IReadOnlyCollection<TMark> marks, Func<TMark, TextSpan> spanOf)
    {
        var visible = marks
            .Select(mark => (Mark: mark, Span: Clip(spanOf(mark), range)))
            .Where(one => !one.Span.IsEmpty)
            .ToArray();
        var cuts = visible
            .SelectMany(one => new[] { one.Span.Start, one.Span.End })
            .Append(range.Start)
            .Append(range.End)
            .Distinct()
            .Order()
            .ToArray();

        return cuts
            .Zip(cuts.Skip(1), (start, end) => new TextSpan(start, end))
            .Select(piece => new TextSegment<TMark>(
                piece, piece.Of(text), [.. visible.Where(one => one.Span.Contains(piece)).Select(one => one.Mark)]))
            .ToArray();
    }

    /// <summary>The same for a text that is shown whole and marks that are nothing but spans.</summary>
    public static IReadOnlyList<TextSegment<TextSpan>> Cut(string text, IReadOnlyCollection<TextSpan> marks) =>
        Cut(text, new TextSpan(0, text.Length), marks, mark => mark);

    private static TextSpan Clip(TextSpan span, TextSpan range) =>
        new(Math.Max(span.Start, range.Start), Math.Min(span.End, range.End));
}
