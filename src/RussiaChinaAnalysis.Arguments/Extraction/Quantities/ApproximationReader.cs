namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads the words before a figure that say how exact it is: “almost”, “more than”, “at least”.</summary>
internal static class ApproximationReader
{
    /// <returns>The token after the words.</returns>
    public static int Skip(string text, ReadOnlySpan<FigureToken> tokens, int start, ref Approximation approximation)
    {
        var isDenied = IsDenial(text, tokens[start]);
        var next = isDenied ? start + 1 : start;
        if (next >= tokens.Length)
            return start;

        var end = next + 2;
        var found = next + 2 < tokens.Length ? TwoWords(text, tokens[next], tokens[next + 1]) : null;
        if (found is null && tokens[next].Is(LexemeKind.Approximate))
        {
            found = Enum.Parse<Approximation>(tokens[next].Lexeme!.Name);
            end = next + 1;
        }

        if (isDenied)
            found = found switch { Approximation.MoreThan => Approximation.AtMost, Approximation.LessThan => Approximation.AtLeast, _ => null };
        if (found is not { } read)
            return start;

        approximation = read;
        return end;
    }

    /// <summary>“No more than”, “not less than”, “not over”.</summary>
    public static bool OpensDenied(string text, ReadOnlySpan<FigureToken> tokens, int index) =>
        index + 1 < tokens.Length && IsDenial(text, tokens[index])
        && (tokens[index + 1].Is(LexemeKind.Approximate)
            || (index + 2 < tokens.Length && tokens[index + 2].Span.In(text).Equals("than", StringComparison.OrdinalIgnoreCase)));

    private static bool IsDenial(string text, FigureToken token) =>
        token.Span.In(text).Equals("no", StringComparison.OrdinalIgnoreCase) || token.Span.In(text).Equals("not", StringComparison.OrdinalIgnoreCase);

    private static Approximation? TwoWords(string text, FigureToken one, FigureToken other)
    {
        var first = one.Span.In(text);
        var second = other.Span.In(text);
        if (second.Equals("than", StringComparison.OrdinalIgnoreCase))
        {
            return first.Equals("more", StringComparison.OrdinalIgnoreCase) ? Approximation.MoreThan
                : first.Equals("less", StringComparison.OrdinalIgnoreCase) || first.Equals("fewer", StringComparison.OrdinalIgnoreCase) ? Approximation.LessThan
                : null;
        }

        if (first.Equals("at", StringComparison.OrdinalIgnoreCase))
        {
            return second.Equals("least", StringComparison.OrdinalIgnoreCase) ? Approximation.AtLeast
                : second.Equals("most", StringComparison.OrdinalIgnoreCase) ? Approximation.AtMost
                : null;
        }

        return first.Equals("up", StringComparison.OrdinalIgnoreCase) && second.Equals("to", StringComparison.OrdinalIgnoreCase)
            ? Approximation.AtMost
            : null;
    }
}
