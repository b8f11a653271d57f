using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>Some lines that form one block.</summary>
/// <param name="Lines">How many lines it holds.</param>
internal readonly record struct LineGroup(TextSpan Span, Line First, int Lines);

/// <summary>Decides at every line end whether a block ends there.</summary>
internal sealed class LineJoiner(string text, List<Line> lines)
{
    // A line broken by hand may end well before the width; a heading is shorter still.
    private const double RaggedShare = 0.7;

    private readonly Wrapping wrapping = Wrapping.Detect(text, lines);

    public List<LineGroup> Join()
    {
        var groups = new List<LineGroup>();
        for (var first = 0; first < lines.Count;)
        {
            var run = EndOfRun(first);
            for (; first < run;)
            {
                var last = first;
                while (last + 1 < run && GoesOn(lines[last], lines[last + 1], lines[first], lines[run - 1]))
                    last++;
                groups.Add(new LineGroup(new TextSpan(lines[first].Span.Start, lines[last].Span.End), lines[first], last - first + 1));
                first = last + 1;
            }
        }

        return groups;
    }

    // A run of lines ends at a blank line.
    private int EndOfRun(int first)
    {
        var end = first + 1;
        while (end < lines.Count && !lines[end].AfterBlank)
            end++;
        return end;
    }

    private bool GoesOn(Line line, Line next, Line first, Line lastOfRun)
    {
        if (next.Mark == LineMark.Quotation)
            return first.Mark == LineMark.Quotation;
        if (next.Mark != LineMark.None && !(IsOpen(line) && next.Mark == LineMark.Number && wrapping.IsWrapped))
            return false;
        return wrapping.IsWrapped ? GoesOnInWrapped(line, next) : GoesOnInUnwrapped(line, next, lastOfRun);
    }

    private bool GoesOnInWrapped(Line line, Line next)
    {
        if (LineEnds.StartsSmall(next.Span.In(text)))
            return true;
        if (next.Indent > line.Indent && line.Mark == LineMark.None)
            return false;
        return wrapping.IsFull(line, next) || (IsOpen(line) && line.Span.Length > wrapping.Width * RaggedShare);
    }

    // A line is a paragraph, unless a sentence visibly goes on and ends later in the run.
    private bool GoesOnInUnwrapped(Line line, Line next, Line lastOfRun) =>
        IsOpen(line)
        && LineEnds.StartsSmall(next.Span.In(text))
        && LineEnds.EndsSentence(lastOfRun.Span.In(text));

    private bool IsOpen(Line line) => !LineEnds.EndsSentence(line.Span.In(text));
}
