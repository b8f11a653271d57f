namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>
/// Whether the lines of a file were broken to a width. They were when most line ends can be explained so: the first word
/// of the next line would not have fitted.
/// </summary>
/// <param name="Width">The width in UTF-16 code units; 0 for a file whose lines are paragraphs.</param>
internal readonly record struct Wrapping(int Width)
{
    private const int Narrowest = 30;
    private const int Widest = 200;
    private const double ExplainedShare = 0.6;
    private const double GoingOnShare = 0.35;

    public bool IsWrapped => Width > 0;

    public static Wrapping Detect(string text, List<Line> lines)
    {
        var lengths = new List<int>();
        for (var at = 0; at + 1 < lines.Count; at++)
            if (!lines[at + 1].AfterBlank)
                lengths.Add(lines[at].Indent + lines[at].Span.Length);
        if (lengths.Count == 0)
            return default;
        lengths.Sort();
        // One line that could not be broken, such as an address, must not set the width.
        var width = lengths[(int)((lengths.Count - 1) * 0.97)];
        if (width is < Narrowest or > Widest)
            return default;
        return Explains(text, lines, width, lengths.Count) ? new Wrapping(width) : default;
    }

    /// <summary>Whether the line is so full that the next word had to go to the next line.</summary>
    public bool IsFull(Line line, Line next) => line.Indent + line.Span.Length + 1 + next.FirstWord > Width;

    private static bool Explains(string text, List<Line> lines, int width, int lineEnds)
    {
        int explained = 0, goingOn = 0;
        for (var at = 0; at + 1 < lines.Count; at++)
        {
            if (lines[at + 1].AfterBlank)
                continue;
            if (new Wrapping(width).IsFull(lines[at], lines[at + 1]))
                explained++;
            if (!LineEnds.EndsSentence(lines[at].Span.In(text)))
                goingOn++;
        }

        return explained >= ExplainedShare * lineEnds && goingOn >= GoingOnShare * lineEnds;
    }
}
