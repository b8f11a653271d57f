using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>Words on one baseline, from left to right.</summary>
internal sealed record Line(IReadOnlyList<Word> Words, int Page)
{
    public double Left { get; init; } = Words[0].Left;

    public double Right { get; } = Words.Max(word => word.Right);

    public double Baseline { get; } = Words.MaxBy(word => word.Text.Length)!.Baseline;

    /// <summary>The size of most of its letters.</summary>
    public double Size { get; } = Words.GroupBy(word => word.Size).MaxBy(group => group.Sum(word => word.Text.Length))!.Key;

    public bool Bold { get; } = Words.All(word => word.Bold);

    public string Text { get; } = Join(Words);

    /// <summary>Words stand so far apart as only the cells of a table do.</summary>
    public bool IsRow { get; } = FindCellGap(Words) is not null;

    private static string Join(IReadOnlyList<Word> words)
    {
        var cellGap = FindCellGap(words);
        var text = new StringBuilder(words[0].Text);
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at].Left - words[at - 1].Right >= cellGap)
                text.Append(" | ");
            else if (!(Script.IsEastAsian(text[^1]) && Script.IsEastAsian(words[at].Text[0])))
                text.Append(' ');
            text.Append(words[at].Text);
        }

        return text.ToString();
    }

    // A line that is justified although it holds few words has wide blanks too, but they are all alike.
    private static double? FindCellGap(IReadOnlyList<Word> words)
    {
        double[] gaps = [.. words.Zip(words.Skip(1), (word, next) => next.Left - word.Right)];
        var wide = Ems.CellGap * words.Max(word => word.Size);
        return gaps.Length > 0 && gaps.Max() > wide && (gaps.Length == 1 || gaps.Min() < Ems.Alike * gaps.Max()) ? wide : null;
    }
}
