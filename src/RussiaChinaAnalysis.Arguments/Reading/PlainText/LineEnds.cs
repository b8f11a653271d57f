namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>What the edges of a line say about whether a sentence goes on over its end.</summary>
internal static class LineEnds
{
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var at = line.Length - 1;
        while (at > 0 && (")]}\"'”’»›」』*_".Contains(line[at], StringComparison.Ordinal) || char.IsDigit(line[at]) && line[at] > '\x7F'))
            at--;
        return ".!?…。！？:;؟।".Contains(line[at], StringComparison.Ordinal);
    }

    public static bool StartsSmall(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length - 1 && "\"'“‘«([".Contains(line[at], StringComparison.Ordinal))
            at++;
        return char.IsLower(line[at]);
    }
}
