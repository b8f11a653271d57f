using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>
/// The same essay without its layout: headings dropped, all blocks run together into one paragraph. It shows how far
/// a labeller reads words and how far it reads paragraph breaks.
/// </summary>
public static class FlatLayout
{
    public static GoldDocument Flatten(GoldDocument gold)
    {
        var text = new StringBuilder();
        var moves = new List<(TextSpan From, int By)>();
        foreach (var block in gold.Document.Blocks.Where(block => block.Kind != BlockKind.Heading))
        {
            if (text.Length > 0)
                text.Append(' ');
            moves.Add((block.Span, text.Length - block.Span.Start));
            text.Append(block.Span.In(gold.Document.Text));
        }

        var document = gold.Document with
        {
            Text = text.ToString(),
            Blocks = [new(BlockKind.Paragraph, new(0, text.Length))],
        };
        return gold with { Document = document, Labels = Moved(gold.Labels, moves) };
    }

    private static Labelling Moved(Labelling labels, List<(TextSpan From, int By)> moves) => labels with
    {
        Sentences = labels.Sentences is { } sentences ? [.. sentences.Select(sentence => Move(sentence, moves)).OfType<TextSpan>()] : null,
        Segments = [.. labels.Segments.SelectMany(segment => Move(segment.Span, moves) is { } span ? [segment with { Span = span }] : Array.Empty<LabelledSegment>())],
    };

    private static TextSpan? Move(TextSpan span, List<(TextSpan From, int By)> moves)
    {
        foreach (var (from, by) in moves)
        {
            if (from.Contains(span))
                return new(span.Start + by, span.End + by);
        }

        return null;
    }
}
