using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>One line that is not blank.</summary>
/// <param name="Span">Without the white space at its edges.</param>
/// <param name="Indent">How much white space stands before it; a tab counts as four.</param>
/// <param name="AfterBlank">A blank line, or nothing, stands before it.</param>
/// <param name="FirstWord">Length of its first word.</param>
internal readonly record struct Line(TextSpan Span, int Indent, bool AfterBlank, int FirstWord, LineMark Mark)
{
    public static List<Line> Read(string text)
    {
        var lines = new List<Line>();
        var afterBlank = true;
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (TryRead(text, start, end, afterBlank) is { } line)
            {
                lines.Add(line);
                afterBlank = false;
            }
            else
            {
                afterBlank = true;
            }

            start = end + 1;
        }

        return lines;
    }

    private static Line? TryRead(string text, int start, int end, bool afterBlank)
    {
        var indent = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
            indent += text[start++] == '\t' ? 4 : 1;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            return null;
        var word = start;
        while (word < end && !char.IsWhiteSpace(text[word]))
            word++;
        var span = new TextSpan(start, end);
        return new Line(span, indent, afterBlank, word - start, LineMarks.Read(span.In(text)));
    }
}
