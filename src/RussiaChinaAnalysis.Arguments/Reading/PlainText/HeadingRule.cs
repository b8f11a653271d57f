namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>
/// A heading is one short line without a full stop before a longer paragraph: "Lessons from the Cold War era?". The first
/// line of a text may be longer, since titles are.
/// </summary>
internal static class HeadingRule
{
    private const int LongestTitle = 140;
    private const int LongestHeading = 90;
    private const int LongestQuestion = 70;

    public static bool IsHeading(string text, List<LineGroup> groups, int at)
    {
        var group = groups[at];
        if (group.Lines > 1 || group.First.Mark is LineMark.Bullet or LineMark.Quotation || at + 1 >= groups.Count)
            return false;
        var line = group.Span.In(text);
        return line.Length <= (at == 0 ? LongestTitle : LongestHeading)
            && HasHeadingEnd(line, isTitle: at == 0)
            && StartsLikeHeading(line)
            && HoldsLetter(line)
            && LeadsToText(text, groups, at);
    }

    private static bool HasHeadingEnd(ReadOnlySpan<char> line, bool isTitle) =>
        line[^1] switch
        {
            '.' or ';' or ',' or '…' or '。' => false,
            ':' => false,
            '?' or '!' or '？' or '！' => (isTitle || line.Length <= LongestQuestion) && !HoldsInnerSentenceEnd(line),
            _ => !HoldsInnerSentenceEnd(line),
        };

    private static bool HoldsInnerSentenceEnd(ReadOnlySpan<char> line) =>
        line.IndexOf(". ") > 4 || line[..^1].IndexOf("? ") > 0 || line[..^1].IndexOf("! ") > 0;

    private static bool StartsLikeHeading(ReadOnlySpan<char> line) =>
        !LineEnds.StartsSmall(line) && !("\"“«„—–".Contains(line[0], StringComparison.Ordinal) && LineEnds.EndsSentence(line));

    private static bool HoldsLetter(ReadOnlySpan<char> line)
    {
        foreach (var character in line)
            if (char.IsLetter(character))
                return true;
        return false;
    }

    // What it stands over: text that ends like text, or another heading that does.
    private static bool LeadsToText(string text, List<LineGroup> groups, int at)
    {
        var next = groups[at + 1];
        if (groups[at].First.Mark == LineMark.Number && next.First.Mark == LineMark.Number)
            return false;
        if (LineEnds.EndsSentence(next.Span.In(text)) || next.Lines > 1)
            return true;
        return at + 2 < groups.Count && next.Lines == 1 && next.Span.Length > groups[at].Span.Length / 2
            && (next.Span.Length > LongestHeading || LineEnds.EndsSentence(groups[at + 2].Span.In(text)));
    }
}
