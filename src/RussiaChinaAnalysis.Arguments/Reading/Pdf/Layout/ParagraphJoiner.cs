namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Joins a paragraph that a column's or a page's end divides. What stands between, the notes, comes at the end.</summary>
internal static class ParagraphJoiner
{
    /// <param name="columns">In the order of reading.</param>
    public static List<LayoutParagraph> Join(IEnumerable<IReadOnlyList<LayoutParagraph>> columns)
    {
        var body = new List<LayoutParagraph>();
        var notes = new List<LayoutParagraph>();
        foreach (var column in columns)
        {
            var isFirst = true;
            foreach (var paragraph in column)
            {
                var list = paragraph.IsNote ? notes : body;
                if (isFirst && !paragraph.IsNote && body.Count > 0 && GoesOn(body[^1], paragraph))
                    body[^1] = body[^1] with { Lines = [.. body[^1].Lines, .. paragraph.Lines], EndsFull = paragraph.EndsFull };
                else
                    list.Add(paragraph);
                isFirst &= paragraph.IsNote;
            }
        }

        return [.. body, .. notes];
    }

    private static bool GoesOn(LayoutParagraph before, LayoutParagraph next)
    {
        if (before.Kind == BlockKind.Heading || next.Kind is BlockKind.Heading or BlockKind.ListItem
            || Math.Abs(before.Last.Size - next.First.Size) > 0.08 * before.Last.Size)
        {
            return false;
        }

        var begins = next.First.Text[0];
        if (Ending.IsOfSentence(before.Last.Text))
            return false;
        return char.IsLower(begins) || before.Last.Text[^1] is '-' or '\u00AD' or ',' || (before.EndsFull && !next.IsSetIn);
    }
}
