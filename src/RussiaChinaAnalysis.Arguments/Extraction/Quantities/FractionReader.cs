using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads shares that are given in words.</summary>
internal readonly ref struct FractionReader(string text, ReadOnlySpan<FigureToken> tokens)
{
    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    /// <summary>“A third”, “two thirds”, “half of”, “one in five”; the share in percent.</summary>
    /// <param name="isRough">Whether a word such as “almost” goes before, which makes it a figure.</param>
    public bool At(int start, bool isRough, out double share, out int end)
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
            return !IsPartOfTwo(start) && end < tokens.Length && (tokens[end].Is(LexemeKind.Article | LexemeKind.Relation) || tokens[end].Token.Is(WordClass.Determiner));
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
            return numerator > 1 || IsShare(start, end, isRough);
        }

        if (numerator >= 1 && start + 2 < tokens.Length && tokens[start + 1].Span.In(text).Equals("in", StringComparison.OrdinalIgnoreCase)
            && new NumberReader(tokens).At(start + 2, out var outOf, out var outOfEnd) == "" && outOf > numerator && outOf <= 100 && !tokens[start + 2].IsYear
            && !IsTimeUnit(outOfEnd))
        {
            share = 100 * numerator / outOf;
            end = outOfEnd;
            return true;
        }

        return false;
    }

    /// <summary>
    /// “A third party”, “a quarter century” are no shares: a share is of something or ends the phrase. “A third is that …”
    /// and “a fifth, less obvious reason” go on with an enumeration.
    /// </summary>
    private bool IsShare(int start, int end, bool isRough)
    {
        if (end < tokens.Length && tokens[end].IsPlainWord)
            return false;
        if (isRough || !tokens[start].Is(LexemeKind.Article) || !tokens[end - 1].Is(LexemeKind.Ordinal))
            return true;
        if (end < tokens.Length && tokens[end].Span.In(text).Equals("of", StringComparison.OrdinalIgnoreCase))
            return true;
        if (start == 0 || !tokens[start - 1].IsWord)
            return false;

        var before = tokens[start - 1].Token;
        if (before.Is(WordClass.Preposition))
            return true;
        if (before.Is(WordClass.Conjunction))
            return end < tokens.Length && tokens[end].Token.Is(WordClass.Preposition);
        return end >= tokens.Length
            || (tokens[end].IsWord ? !tokens[end].Token.Is(WordClass.Auxiliary | WordClass.Modal) : tokens[end].Token.First is '.' or ';' or '!' or '?');
    }

    /// <summary>“The second half”, “the latter half”: one of two halves, and no figure.</summary>
    private bool IsPartOfTwo(int half) =>
        half > 0 && (tokens[half - 1].Is(LexemeKind.Ordinal)
            || (tokens[half - 1].IsDigits && tokens[half - 1].Suffix is "st" or "nd")
            || tokens[half - 1].Span.In(text) is "latter" or "former");

    /// <summary>“The worst one in 20 years” is no share.</summary>
    private bool IsTimeUnit(int index) =>
        index < tokens.Length && tokens[index].Is(LexemeKind.Unit)
        && tokens[index].Lexeme!.Name is "minute" or "hour" or "day" or "week" or "month" or "year" or "decade" or "century";
}
