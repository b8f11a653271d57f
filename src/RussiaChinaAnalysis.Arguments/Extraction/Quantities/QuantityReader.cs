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
        if (fractions.At(next, isRough: next > start, out var share, out var end))
            return new Figure(start, end, share, share, "percent", QuantityKind.Share, approximation);

        var sign = TakeSign(ref next);
        string? currency = null;
        if (tokens[next].Is(LexemeKind.Currency) && tokens[next].Token.Kind == Tokens.TokenKind.Punctuation)
            currency = CurrencyAt(next++);
        if (numbers.At(next, out var low, out end) is not { } suffix)
            return null;

        var first = low * sign;
        var high = first;
        if (end + 1 < tokens.Length && (tokens[end].IsDash || tokens[end].Is(LexemeKind.RangeEnd)))
        {
            var upper = end + 1;
            var upperSign = TakeSign(ref upper);
            if (currency is not null && tokens[upper].Is(LexemeKind.Currency))
                upper++;
            if (upper < tokens.Length && IsRange(start, end) && numbers.At(upper, out var second, out var upperEnd) is { } upperSuffix)
            {
                if (IsChange(start, end, first, second * upperSign))
                {
                    if (units.Of(upper, ref upperEnd, currency, upperSuffix, second) is not { } changed)
                        return null;
                    first *= numbers.Magnitude(next, end) == 1 && low < 1000 ? numbers.Magnitude(upper, upperEnd) : 1;
                    return new Figure(start, end, first, first, changed.Name, changed.Kind, approximation);
                }

                if (second * upperSign >= first)
                {
                    // “2 to 3 billion”: the magnitude belongs to both.
                    first = numbers.Magnitude(upper, upperEnd) is var factor && factor > 1 && low < second / factor * 2 && numbers.Magnitude(next, end) == 1 ? first * factor : first;
                    high = second * upperSign;
                    suffix = upperSuffix;
                    end = upperEnd;
                }
            }
        }

        var isRange = high > first;
        return units.Of(next, ref end, currency, suffix, low) is { } unit
            ? new Figure(start, end, first, Math.Max(first, high), unit.Name, unit.Kind, isRange ? Approximation.Exact : approximation)
            : null;
    }

    private int TakeSign(ref int next)
    {
        if (!MinusSign.IsAt(text, tokens, next))
            return 1;
        next++;
        return -1;
    }

    private string CurrencyAt(int index)
    {
        var code = tokens[index].Lexeme!.Name;
        return index > 0 && tokens[index - 1].IsWord && tokens[index - 1].Span.End == tokens[index].Span.Start
            ? Currencies.OfSign(code, tokens[index - 1].Span.In(text))
            : code;
    }

    /// <summary>“Rose from 20 to 39 percent” gives two figures, “from 20 to 39 percent of pupils” a range.</summary>
    private bool IsChange(int start, int joint, double first, double second)
    {
        const int reach = 8;
        if (start == 0 || !tokens[start - 1].Span.In(text).Equals("from", StringComparison.OrdinalIgnoreCase) || tokens[joint].IsDash)
            return false;
        if (second < first)
            return true;
        for (var index = start - 2; index >= Math.Max(0, start - 2 - reach) && tokens[index].IsWord; index--)
        {
            if (ChangeWords.Holds(tokens[index].Span.In(text)))
                return true;
        }

        return false;
    }

    private bool IsRange(int start, int joint) =>
        tokens[joint].IsDash
        || text.AsSpan(tokens[joint].Span.Start, tokens[joint].Span.Length).Equals("to", StringComparison.OrdinalIgnoreCase)
        || (start > 0 && tokens[start - 1].Is(LexemeKind.RangeStart));
}
