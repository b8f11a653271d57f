namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Tells headings, items of lists, quotations and notes from plain paragraphs.</summary>
internal sealed class ParagraphClassifier(TypeScale scale)
{
    private const int LongestHeading = 250;
    private const int MostLinesOfHeading = 4;
    private const double QuotationIndent = 1.2;

    /// <param name="column">All paragraphs of one column, from the top.</param>
    public IEnumerable<LayoutParagraph> Classify(IReadOnlyList<List<Line>> column)
    {
        if (column.Count == 0)
            yield break;
        var left = Edge(column);
        var right = column.Max(lines => lines.Max(line => line.Right));
        var firstNote = FirstNote(column);
        var marks = new List<double>();
        for (var at = 0; at < column.Count; at++)
        {
            var lines = column[at];
            var isSetIn = lines[0].Left - (lines.Count > 1 ? lines[1].Left : left) > Ems.Indent * lines[0].Size;
            var endsFull = right - lines[^1].Right < 2 * lines[^1].Size;
            if (at >= firstNote)
                yield return new LayoutParagraph(BlockKind.Paragraph, 0, WithoutNoteMark(lines), isSetIn, endsFull, IsNote: true);
            else if (IsHeading(lines))
                yield return new LayoutParagraph(BlockKind.Heading, scale.HeadingLevel(lines[0].Size), lines, isSetIn, false);
            else if (ListMarks.IsBullet(lines[0]) || IsNumbered(column, at))
                yield return new LayoutParagraph(BlockKind.ListItem, Depth(marks, lines[0]), [ListMarks.Strip(lines[0]), .. lines.Skip(1)], isSetIn, endsFull);
            else if (IsQuotation(lines, left, right))
                yield return new LayoutParagraph(BlockKind.Quotation, 1, lines, isSetIn, endsFull);
            else
                yield return new LayoutParagraph(BlockKind.Paragraph, 0, lines, isSetIn, endsFull);
            if (!ListMarks.IsBullet(lines[0]) && !ListMarks.IsNumber(lines[0]))
                marks.Clear();
        }
    }

    // The edge at which most lines of the column begin.
    private static double Edge(IReadOnlyList<List<Line>> column) =>
        column.SelectMany(lines => lines).GroupBy(line => Math.Round(line.Left / 2)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Min(line => line.Left);

    // Notes stand at the foot of the column: from the first that begins with a mark on, all are small.
    private int FirstNote(IReadOnlyList<List<Line>> column)
    {
        var first = column.Count;
        for (var at = column.Count - 1; at > 0 && scale.IsSmall(column[at][0].Size); at--)
        {
            if (ListMarks.IsNoteMark(column[at][0]))
                first = at;
        }

        return first;
    }

    private static List<Line> WithoutNoteMark(List<Line> lines) =>
        ListMarks.IsNoteMark(lines[0]) ? [ListMarks.Strip(lines[0]), .. lines.Skip(1)] : lines;

    private bool IsHeading(List<Line> lines)
    {
        var length = lines.Sum(line => line.Text.Length);
        if (length > LongestHeading || lines.Count > MostLinesOfHeading || lines[0].IsRow || !lines.Exists(line => line.Text.Any(char.IsLetter)))
            return false;
        if (scale.IsHeadingSize(lines[0].Size))
            return true;
        return lines[0].Bold && !scale.BodyIsBold && !scale.IsSmall(lines[0].Size) && lines.Count <= 2
            && lines[^1].Text[^1] is not ('.' or ',' or ';' or ':' or '。')
            && !ListMarks.IsBullet(lines[0]);
    }

    // A number alone may be a sentence's own; a list has more than one item, or stands in from the edge.
    private static bool IsNumbered(IReadOnlyList<List<Line>> column, int at) =>
        ListMarks.IsNumber(column[at][0])
        && ((at > 0 && ListMarks.IsNumber(column[at - 1][0]))
            || (at + 1 < column.Count && ListMarks.IsNumber(column[at + 1][0]))
            || column[at][0].Left - column.Min(lines => lines.Min(line => line.Left)) > Ems.Indent * column[at][0].Size);

    private bool IsQuotation(List<Line> lines, double left, double right)
    {
        var inset = QuotationIndent * scale.BodySize;
        return lines.TrueForAll(line => line.Left - left > inset)
            && (lines.Count > 1 ? lines.TrueForAll(line => right - line.Right > 0.5 * inset) : lines[0].Text[0] is '“' or '"' or '«' or '„' or '「');
    }

    private static int Depth(List<double> marks, Line first)
    {
        while (marks.Count > 0 && marks[^1] > first.Left + (0.5 * first.Size))
            marks.RemoveAt(marks.Count - 1);
        if (marks.Count == 0 || first.Left - marks[^1] > 0.5 * first.Size)
            marks.Add(first.Left);
        return Math.Min(marks.Count, 9);
    }
}
