using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Parts the glyphs of a page into words, by blanks and by gaps, whatever the order in which they were drawn.</summary>
internal static class WordFinder
{
    // In ems. Justified lines narrow their blanks to about a fifth of an em; kerning moves letters by less than a tenth.
    private const double WordGap = 0.17;
    private const double BaselineTolerance = 0.2;

    public static List<Word> Find(IReadOnlyList<Glyph> glyphs)
    {
        var words = new List<Word>();
        foreach (var row in Rows(glyphs))
        {
            row.Sort((left, right) => left.Left.CompareTo(right.Left));
            AddWords(row, words);
        }

        return words;
    }

    private static IEnumerable<List<Glyph>> Rows(IReadOnlyList<Glyph> glyphs)
    {
        var row = new List<Glyph>();
        foreach (var glyph in glyphs.Select((glyph, at) => (glyph, at)).OrderByDescending(pair => pair.glyph.Baseline).ThenBy(pair => pair.at).Select(pair => pair.glyph))
        {
            if (row.Count > 0 && row[0].Baseline - glyph.Baseline > BaselineTolerance * Math.Max(row[0].Size, glyph.Size))
            {
                yield return row;
                row = [];
            }

            row.Add(glyph);
        }

        if (row.Count > 0)
            yield return row;
    }

    private static void AddWords(List<Glyph> row, List<Word> words)
    {
        var open = new List<Glyph>();
        var gap = WordGap + Tracking(row);
        foreach (var glyph in row)
        {
            if (open.Count > 0 && (glyph.IsSpace || glyph.Left - open[^1].Right > gap * Math.Max(open[^1].Size, glyph.Size)))
                Close(open, words);
            // Type made bold by drawing it twice.
            if (!glyph.IsSpace && !(open.Count > 0 && IsShadow(open[^1], glyph)))
                open.Add(glyph);
        }

        if (open.Count > 0)
            Close(open, words);
    }

    // How far apart the letters of the row stand as a rule, in ems: headings are sometimes set wide.
    private static double Tracking(List<Glyph> row)
    {
        var gaps = new List<double>();
        for (var at = 1; at < row.Count; at++)
        {
            if (!row[at].IsSpace && !row[at - 1].IsSpace)
                gaps.Add((row[at].Left - row[at - 1].Right) / row[at].Size);
        }

        if (gaps.Count < 4)
            return 0;
        gaps.Sort();
        return Math.Clamp(gaps[gaps.Count / 2], 0, 0.5);
    }

    private static bool IsShadow(Glyph before, Glyph glyph) =>
        glyph.Text == before.Text && glyph.Left - before.Left < 0.15 * glyph.Size && glyph.Left - before.Left < 0.5 * (before.Right - before.Left);

    private static void Close(List<Glyph> open, List<Word> words)
    {
        var text = new StringBuilder();
        foreach (var glyph in open)
            text.Append(glyph.Text);
        var size = open.Max(glyph => glyph.Size);
        words.Add(new Word(text.ToString(), open[0].Left, open.Max(glyph => glyph.Right), open[0].Baseline, size, open.All(glyph => glyph.Bold)));
        open.Clear();
    }
}
