namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads the words before a figure that say how exact it is: “almost”, “more than”, “at least”.</summary>
internal static class ApproximationReader
{
    /// <returns>The token after the words.</returns>
    public static int Skip(string text, ReadOnlySpan<FigureToken> tokens, int start, ref Approximation approximation)
    {
        if (start + 2 < tokens.Length && TwoWords(text, tokens[start], tokens[start + 1]) is { } phrase)
        {
            approximation = phrase;
            return start + 2;
        }

        if (!tokens[start].Is(LexemeKind.Approximate))
            return start;

        approximation = Enum.Parse<Approximation>(tokens[start].Lexeme!.Name);
        return start + 1;
    }

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
