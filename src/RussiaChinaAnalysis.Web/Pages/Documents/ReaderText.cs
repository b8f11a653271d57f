using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>A block of the essay, cut where its passages begin and end.</summary>
public sealed record ReaderBlock(Block Block, IReadOnlyList<TextSegment<PassageRow>> Pieces)
{
    public string Anchor => FormattableString.Invariant($"s-{Block.Span.Start}");
}

/// <summary>The essay laid out for reading.</summary>
public static class ReaderText
{
    /// <summary>
    /// Blocks in order; items of one list stand together. A first heading that only repeats the title is left out,
    /// because the page shows the title already.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ReaderBlock>> Lay(DocumentView document)
    {
        var groups = new List<List<ReaderBlock>>();
        foreach (var block in document.Blocks.Skip(OpensWithTitle(document) ? 1 : 0))
        {
            // Both lists are in the order of the text, but a long essay has many blocks, so each block looks up its own.
            var passages = Within(document.Passages, block.Span);
            var laid = new ReaderBlock(block, TextSegments.Cut(document.Text, block.Span, passages, passage => passage.Span));
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

    /// <param name="passages">In the order of the text, without overlap.</param>
    private static List<PassageRow> Within(IReadOnlyList<PassageRow> passages, TextSpan span)
    {
        int low = 0, high = passages.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (passages[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return [.. passages.Skip(low).TakeWhile(passage => passage.Span.Start < span.End)];
    }
}
