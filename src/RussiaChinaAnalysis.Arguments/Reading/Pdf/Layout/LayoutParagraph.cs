namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Lines that belong together.</summary>
/// <param name="IsSetIn">Its first line begins to the right of the others, or of the column.</param>
/// <param name="EndsFull">Its last line reaches the right edge, so that it may go on in the next column.</param>
internal sealed record LayoutParagraph(BlockKind Kind, int Level, IReadOnlyList<Line> Lines, bool IsSetIn, bool EndsFull, bool IsNote = false)
{
    public Line First => Lines[0];

    public Line Last => Lines[^1];

    public int Page => Lines[0].Page;
}
