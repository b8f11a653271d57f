namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>
/// A paragraph's first letter may be as high as several lines and stand on the baseline of the last of them. It belongs
/// before the first.
/// </summary>
internal static class DropCaps
{
    private const double Larger = 1.8;

    public static List<Line> Settle(List<Line> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var capital = lines[at].Words[0];
            if (!(capital.Text.Length <= 2 && char.IsUpper(capital.Text[^1])))
                continue;
            var beside = Enumerable.Range(0, at + 1)
                .Where(line => lines[line] is var candidate && candidate.Baseline < capital.Top && capital.Size > Larger * Smallest(candidate)
                    && (line == at ? candidate.Words.Count > 1 : candidate.Left >= capital.Right - 1))
                .ToList();
            if (beside.Count < 2)
                continue;
            // From the bottom up, because the capital's own line loses it.
            lines[at] = new Line([.. lines[at].Words.Skip(1)], lines[at].Page) { Left = capital.Left };
            foreach (var line in beside.Where(line => line != at))
                lines[line] = lines[line] with { Left = capital.Left };
            var first = lines[beside[0]];
            var joined = first.Words[0] with { Text = capital.Text + first.Words[0].Text, Left = capital.Left };
            lines[beside[0]] = new Line([joined, .. first.Words.Skip(1)], first.Page);
        }

        return lines;
    }

    private static double Smallest(Line line) => line.Words.Min(word => word.Size);
}
