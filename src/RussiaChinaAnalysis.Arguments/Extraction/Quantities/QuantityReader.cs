namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A figure before its surroundings are read.</summary>
internal readonly record struct Figure(int First, int End, double Low, double High, string Unit, QuantityKind Kind, Approximation Approximation);

/// <summary>Reads figures at a position: how exact they are, their numbers or shares, ranges, and units.</summary>
internal readonly ref struct QuantityReader(string text, ReadOnlySpan<FigureToken> tokens)
{
    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;
    private readonly NumberReader numbers = new(tokens);
    private readonly FractionReader fractions = new(text, tokens);
    private readonly UnitReader units = new(text, tokens);

    public Figure? At(int start)
    {
        var approximation = Approximation.Exact;
        var next = ApproximationReader.Skip(text, tokens, start, ref approximation);
        if (next >= tokens.Length)
            return null;
        if (fractions.At(next, out var share, out var end))
            return new Figure(start, end, share, share, "percent", QuantityKind.Share, approximation);

        string? currency = null;
        if (tokens[next].Is(LexemeKind.Currency) && tokens[next].Token.Kind == Tokens.TokenKind.Punctuation)
            currency = tokens[next++].Lexeme!.Name;
        if (numbers.At(next, out var low, out end) is not { } suffix)
            return null;

        var high = low;
        if (end + 1 < tokens.Length && (tokens[end].IsDash || tokens[end].Is(LexemeKind.RangeEnd)))
        {
            var upper = end + 1 < tokens.Length && currency is not null && tokens[end + 1].Is(LexemeKind.Currency) ? end + 2 : end + 1;
            if (upper < tokens.Length && IsRange(start, end) && numbers.At(upper, out var second, out var upperEnd) is { } upperSuffix && second >= low)
            {
                // “2 to 3 billion”: the magnitude belongs to both.
                low = numbers.Magnitude(upper, upperEnd) is var factor && factor > 1 && low < second / factor * 2 && numbers.Magnitude(next, end) == 1 ? low * factor : low;
                high = second;
                suffix = upperSuffix;
                end = upperEnd;
            }
        }

        var isRange = high > low;
        return units.Of(next, ref end, currency, suffix, low) is { } unit
            ? new Figure(start, end, low, high, unit.Name, unit.Kind, isRange ? Approximation.Exact : approximation)
            : null;
    }

    private bool IsRange(int start, int joint) =>
        tokens[joint].IsDash
        || text.AsSpan(tokens[joint].Span.Start, tokens[joint].Span.Length).Equals("to", StringComparison.OrdinalIgnoreCase)
        || (start > 0 && tokens[start - 1].Is(LexemeKind.RangeStart));
}
