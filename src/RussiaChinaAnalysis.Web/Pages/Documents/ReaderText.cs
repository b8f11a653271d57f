using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>A block of the essay, cut where its passages, and the words that notes are about, begin and end.</summary>
public sealed record ReaderBlock(Block Block, IReadOnlyList<TextSegment<ReaderMark>> Pieces)
{
    public string Anchor => FormattableString.Invariant($"s-{Block.Span.Start}");
}

/// <summary>What covers some words of the text: a passage, or a thread of notes.</summary>
public sealed record ReaderMark(TextSpan Span, PassageRow? Passage, NoteThread? Thread);

/// <summary>The essay laid out for reading.</summary>
public static class ReaderText
{
    /// <summary>
    /// Blocks in order; items of one list stand together. A first heading that only repeats the title is left out,
    /// because the page shows the title already.
    /// </summary>
    /// <param name="threads">Notes on words of the text, not on passages.</param>
    public static IReadOnlyList<IReadOnlyList<ReaderBlock>> Lay(DocumentView document, IReadOnlyList<NoteThread> threads)
    {
        var marks = new OrderedMarks(document.Passages
            .Select(passage => new ReaderMark(passage.Span, passage, null))
            .Concat(threads.SelectMany(thread => thread.First.Spans, (thread, span) => new ReaderMark(span.Position, null, thread))));
        var groups = new List<List<ReaderBlock>>();
        foreach (var block in document.Blocks.Skip(OpensWithTitle(document) ? 1 : 0).Where(block => document.Part is not { } part || part.Span.Contains(block.Span)))
        {
            var laid = new ReaderBlock(block, TextSegments.Cut(document.Text, block.Span, marks.Within(block.Span), mark => mark.Span));
            if (block.Kind == BlockKind.ListItem && groups is [.., [.., { Block.Kind: BlockKind.ListItem }] list])
                list.Add(laid);
            else
                groups.Add([laid]);
        }

        return groups;
    }

    public static IReadOnlyList<Block> Headings(DocumentView document) =>
        [.. document.Blocks.Skip(OpensWithTitle(document) ? 1 : 0).Where(block => block.Kind == BlockKind.Heading)];

    private static bool OpensWithTitle(DocumentView document) =>
        document.Blocks is [{ Kind: BlockKind.Heading } first, ..]
        && string.Equals(first.Span.Of(document.Text).Trim(), document.Summary.Title.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>A long essay has many blocks and many marks, so each block looks up its own.</summary>
    private sealed class OrderedMarks
    {
        private readonly ReaderMark[] marks;
        private readonly int[] furthestEnd;

        public OrderedMarks(IEnumerable<ReaderMark> all)
        {
            // An outer mark comes before what it holds, so that it also holds it on the page.
            marks = [.. all.OrderBy(mark => mark.Span)];
            furthestEnd = new int[marks.Length];
            var furthest = 0;
            for (var at = 0; at < marks.Length; at++)
                furthestEnd[at] = furthest = Math.Max(furthest, marks[at].Span.End);
        }

        public List<ReaderMark> Within(TextSpan span)
        {
            int low = 0, high = marks.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (furthestEnd[middle] <= span.Start)
                    low = middle + 1;
                else
                    high = middle;
            }

            return [.. marks.Skip(low).TakeWhile(mark => mark.Span.Start < span.End).Where(mark => mark.Span.Overlaps(span))];
        }
    }
}
