namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>
/// Small raised figures after a word refer to notes and are left out. Other small type (the letters of "19th", the mark
/// before the note itself) is set down on its neighbour's baseline, so that it is found in its line.
/// </summary>
internal static class NoteMarks
{
    private const double SmallerThan = 0.85;
    private const double HighestRise = 0.8;
    private const double LowestRise = 0.08;

    public static List<Glyph> Settle(IReadOnlyList<Glyph> glyphs)
    {
        var settled = new List<Glyph>(glyphs.Count);
        Glyph? neighbour = null;
        var right = 0.0;
        for (var at = 0; at < glyphs.Count; at++)
        {
            var glyph = glyphs[at];
            if (neighbour is not null && IsSmallBeside(glyph, neighbour, right))
            {
                right = glyph.Right;
                if (!IsMark(glyph) || char.IsDigit(neighbour.Text[^1]))
                    settled.Add(glyph with { Baseline = neighbour.Baseline });
                continue;
            }

            if (glyph.IsSpace)
            {
                settled.Add(glyph);
                right = Math.Max(right, glyph.Right);
                continue;
            }

            neighbour = glyph;
            right = glyph.Right;
            settled.Add(glyph);
        }

        return SettleLeading(settled);
    }

    // A mark at the beginning of a line has its neighbour after it, and is a word of its own.
    private static List<Glyph> SettleLeading(List<Glyph> glyphs)
    {
        var settled = new List<Glyph>(glyphs.Count);
        for (var at = glyphs.Count - 1; at >= 0; at--)
        {
            var mark = glyphs[at];
            var next = settled.Count > 0 ? settled[^1] : mark;
            var isLeading = !mark.IsSpace && IsMark(mark) && next.Left >= mark.Left && IsSmallBeside(mark, next, mark.Left);
            if (isLeading && !IsMark(next))
                settled.Add(new Glyph(" ", mark.Right, mark.Right, next.Baseline, next.Size, false));
            settled.Add(isLeading ? mark with { Baseline = next.Baseline, Size = next.Size } : mark);
        }

        settled.Reverse();
        return settled;
    }

    private static bool IsSmallBeside(Glyph glyph, Glyph neighbour, double right)
    {
        var rise = Math.Abs(glyph.Baseline - neighbour.Baseline);
        return glyph.Size < SmallerThan * neighbour.Size
            && rise > LowestRise * neighbour.Size && rise < HighestRise * neighbour.Size
            && glyph.Left - right > -0.5 * neighbour.Size && glyph.Left - right < 0.5 * neighbour.Size;
    }

    private static bool IsMark(Glyph glyph) => glyph.Text.Length == 1 && (char.IsDigit(glyph.Text[0]) || glyph.Text[0] is '*' or '†' or '‡' or '§' or ',');
}
