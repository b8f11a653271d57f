namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads shares that are given in words.</summary>
internal readonly ref struct FractionReader(string text, ReadOnlySpan<FigureToken> tokens)
{
    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    /// <summary>“A third”, “two thirds”, “half of”, “one in five”; the share in percent.</summary>
    public bool At(int start, out double share, out int end)
    {
        share = 0;
        end = start;
        var token = tokens[start];
        if (token.Is(LexemeKind.Fraction) && token.Lexeme!.Name == "fraction")
        {
            share = 100 * token.Lexeme.Value;
            end = start + 1;
            return true;
        }

        if (token.Is(LexemeKind.Half))
        {
            share = 50;
            end = start + 1;
            return end < tokens.Length && (tokens[end].Is(LexemeKind.Article | LexemeKind.Relation) || tokens[end].Token.Is(Data.WordClass.Determiner));
        }

        if (start + 1 >= tokens.Length)
            return false;

        var numerator = token.Is(LexemeKind.Article) && token.Span.Length == 1 ? 1
            : token.Is(LexemeKind.Number) ? token.Lexeme!.Value
            : token.IsDigits && token.Suffix.Length == 0 ? token.Number : 0;
        var part = start + 1;
        if (tokens[part].IsDash && part + 1 < tokens.Length)
            part++;
        if (numerator >= 1 && tokens[part].Is(LexemeKind.Fraction) && tokens[part].Lexeme!.Value is var denominator && numerator < denominator
            && (numerator > 1) == (tokens[part].Span.In(text)[^1] == 's'))
        {
            share = 100 * numerator / denominator;
            end = part + 1;
            // “A third party”, “a quarter century” are no shares: a share is of something or ends the phrase.
            return end >= tokens.Length || !tokens[end].IsPlainWord || numerator > 1;
        }

        if (numerator >= 1 && start + 2 < tokens.Length && tokens[start + 1].Span.In(text).Equals("in", StringComparison.OrdinalIgnoreCase)
            && new NumberReader(tokens).At(start + 2, out var outOf, out var outOfEnd) == "" && outOf > numerator && outOf <= 100 && !tokens[start + 2].IsYear)
        {
            share = 100 * numerator / outOf;
            end = outOfEnd;
            return true;
        }

        return false;
    }
}
