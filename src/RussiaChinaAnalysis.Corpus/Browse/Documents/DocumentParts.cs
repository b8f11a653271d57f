using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <summary>
/// Divides a book into parts of some ten pages that are read one at a time; an essay is one part. Parts end where blocks
/// do, at a heading where one is near, and never within a list. The same text is always divided in the same way.
/// </summary>
/// <param name="Spans">In order and without gaps: together the whole text. At least one.</param>
public sealed record DocumentParts(IReadOnlyList<TextSpan> Spans)
{
    /// <summary>In UTF-16 code units. What is not longer stays whole.</summary>
    private const int LongestWhole = 60_000;

    private const int Usual = 30_000;
    private const int UsualBeforeHeading = 20_000;

    /// <summary>A rest that would be shorter stays with the part before it.</summary>
    private const int Shortest = 10_000;

    public static DocumentParts Of(int length, IReadOnlyList<Block> blocks)
    {
        if (length <= LongestWhole)
            return new([new TextSpan(0, length)]);
        var spans = new List<TextSpan>();
        var start = 0;
        for (var place = 1; place < blocks.Count; place++)
        {
            var block = blocks[place];
            var read = block.Span.Start - start;
            var isWithinList = block.Kind == BlockKind.ListItem && blocks[place - 1].Kind == BlockKind.ListItem;
            if (isWithinList || read < (block.Kind == BlockKind.Heading ? UsualBeforeHeading : Usual) || length - block.Span.Start < Shortest)
                continue;
            spans.Add(new TextSpan(start, block.Span.Start));
            start = block.Span.Start;
        }

        return new([.. spans, new TextSpan(start, length)]);
    }

    /// <summary>The number, counted from 1, of the part that holds a place in the text.</summary>
    public int At(int position)
    {
        var number = 1;
        while (number < Spans.Count && Spans[number].Start <= position)
            number++;
        return number;
    }
}

/// <summary>Which part of a document is asked for: by a passage, else by a place in the text, else by number, else the first.</summary>
public sealed record PartChoice(int? Passage = null, int? Position = null, int? Number = null);

/// <summary>The part of a document that is being read.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="LastBefore">The passage with which the part before ends; null on the first.</param>
/// <param name="FirstAfter">The passage with which the part after it begins; null on the last.</param>
public sealed record DocumentPart(int Number, DocumentParts All, int? LastBefore = null, int? FirstAfter = null)
{
    public int Count => All.Spans.Count;

    public TextSpan Span => All.Spans[Number - 1];
}
