namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Parts the lines of one column into paragraphs, by leading, indent, size and how full the lines are.</summary>
internal sealed class ParagraphFinder(TypeScale scale)
{
    private const double LargerGap = 1.25;
    private const double SameSize = 0.08;

    /// <param name="lines">From the top.</param>
    public List<List<Line>> Find(IReadOnlyList<Line> lines)
    {
        var paragraphs = new List<List<Line>>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (at == 0 || BeginsParagraph(lines, at, paragraphs[^1]))
                paragraphs.Add([]);
            paragraphs[^1].Add(lines[at]);
        }

        return paragraphs;
    }

    private bool BeginsParagraph(IReadOnlyList<Line> lines, int at, List<Line> open)
    {
        var (before, line) = (lines[at - 1], lines[at]);
        if (Math.Abs(before.Size - line.Size) > SameSize * before.Size || before.Bold != line.Bold)
            return true;
        if (before.Baseline - line.Baseline > LargerGap * scale.Leading(line.Size) || line.Baseline > before.Baseline)
            return true;
        var inList = IsItem(open[0]);
        if ((before.IsRow && !inList) || (line.IsRow && !ListMarks.IsNumber(line)))
            return true;
        if (ListMarks.IsBullet(line) || (ListMarks.IsNumber(line) && (inList || Ending.IsOfSentence(before.Text))))
            return true;
        if (scale.IsSmall(line.Size) && ListMarks.IsNoteMark(line) && ListMarks.IsNoteMark(open[0]))
            return true;
        if (scale.IsHeadingSize(line.Size))
            return false;
        var column = ColumnEdges.Around(lines, at);
        return IsFirstLineSetIn(lines, at, inList) || LeavesTheList(open, line, inList) || EndedShort(before, line, column);
    }

    private static bool IsItem(Line line) => ListMarks.IsBullet(line) || ListMarks.IsNumber(line);

    private static bool IsFirstLineSetIn(IReadOnlyList<Line> lines, int at, bool inList)
    {
        var (before, line) = (lines[at - 1], lines[at]);
        var inset = Ems.Indent * line.Size;
        if (inList || line.Left - before.Left < inset)
            return false;
        // The line after it goes back to the edge; one that stays makes a quotation, which begins here too.
        return true;
    }

    private static bool LeavesTheList(List<Line> open, Line line, bool inList) =>
        // Lines that go on with an item stand under its words or under its mark; what stands further left is no part of it.
        inList ? open.Count > 1 && line.Left < open[^1].Left - (Ems.Indent * line.Size)
        // After lines that were set in as a whole, a line at the edge begins anew.
        : open.Count > 1 && open[^1].Left - line.Left > Ems.Indent * line.Size;

    // The line before would have had room for this line's first word.
    private static bool EndedShort(Line before, Line line, ColumnEdges column)
    {
        var room = column.Right - before.Right;
        var needed = line.Words[0].Width + (0.35 * line.Size);
        return room > needed + (0.5 * line.Size)
            && (Ending.IsOfSentence(before.Text) || room > column.Width / 3)
            && !char.IsLower(line.Text[0]);
    }
}
