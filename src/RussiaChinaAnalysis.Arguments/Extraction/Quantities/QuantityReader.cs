using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A figure before its surroundings are read.</summary>
internal readonly record struct Figure(int First, int End, double Low, double High, string Unit, QuantityKind Kind, Approximation Approximation);

/// <summary>Reads figures with their units at a position.</summary>
internal readonly ref struct QuantityReader(string text, ReadOnlySpan<FigureToken> tokens)
{
    private const double LargestSmallCount = 10;

    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    public Figure? At(int start)
    {
        var approximation = Approximation.Exact;
        var next = SkipApproximation(start, ref approximation);
        if (next >= tokens.Length)
            return null;
        if (Fraction(next, out var share, out var end))
            return new Figure(start, end, share, share, "percent", QuantityKind.Share, approximation);

        string? currency = null;
        if (tokens[next].Is(LexemeKind.Currency) && tokens[next].Token.Kind == Tokens.TokenKind.Punctuation)
            currency = tokens[next++].Lexeme!.Name;
        if (Number(next, out var low, out end) is not { } suffix)
            return null;

        var high = low;
        if (end + 1 < tokens.Length && (tokens[end].IsDash || tokens[end].Is(LexemeKind.RangeEnd)))
        {
            var upper = end + 1 < tokens.Length && currency is not null && tokens[end + 1].Is(LexemeKind.Currency) ? end + 2 : end + 1;
            if (upper < tokens.Length && IsRange(start, end) && Number(upper, out var second, out var upperEnd) is { } upperSuffix && second >= low)
            {
                // “2 to 3 billion”: the magnitude belongs to both.
                low = Magnitude(upper, upperEnd) is var factor && factor > 1 && low < second / factor * 2 && Magnitude(next, end) == 1 ? low * factor : low;
                high = second;
                suffix = upperSuffix;
                end = upperEnd;
            }
        }

        var isRange = high > low;
        return Unit(next, ref end, currency, suffix, low) is { } unit
            ? new Figure(start, end, low, high, unit.Name, unit.Kind, isRange ? Approximation.Exact : approximation)
            : null;
    }

    private bool IsRange(int start, int joint) =>
        tokens[joint].IsDash
        || text.AsSpan(tokens[joint].Span.Start, tokens[joint].Span.Length).Equals("to", StringComparison.OrdinalIgnoreCase)
        || (start > 0 && tokens[start - 1].Is(LexemeKind.RangeStart));

    private (string Name, QuantityKind Kind)? Unit(int first, ref int end, string? currency, string suffix, double value)
    {
        if (currency is not null)
            return (currency, QuantityKind.Money);
        if (suffix.Length > 0)
            return Lexemes.Find(suffix) is { } glued && glued.Is(LexemeKind.Unit) ? (glued.Name, QuantityKind.Measure) : null;

        var next = end;
        if (next < tokens.Length && tokens[next].IsDash)
            next++;
        if (next >= tokens.Length)
            return null;

        var isPercent = tokens[next].Is(LexemeKind.Percent);
        if (!isPercent && IsPerCent(next))
        {
            isPercent = true;
            next++;
        }

        if (isPercent)
        {
            end = next + 1;
            if (end >= tokens.Length || !tokens[end].Is(LexemeKind.Point))
                return ("percent", QuantityKind.Share);
            end++;
            return ("percentage point", QuantityKind.PercentagePoints);
        }

        // “50 US dollars”, “50 billion Russian roubles”.
        var coin = next + 1 < tokens.Length && tokens[next].Token.IsCapitalised && tokens[next + 1].Is(LexemeKind.Currency) ? next + 1 : next;
        if (tokens[coin].Is(LexemeKind.Currency) && tokens[coin].IsWord)
        {
            end = coin + 1;
            return (tokens[coin].Lexeme!.Name, QuantityKind.Money);
        }

        if (tokens[next].Is(LexemeKind.Unit))
        {
            end = next + 1;
            return (tokens[next].Lexeme!.Name, QuantityKind.Measure);
        }

        return next == end ? Counted(first, ref end, value) : null;
    }

    /// <summary>A noun that is counted, at most two words on: “four new stations”.</summary>
    private (string Name, QuantityKind Kind)? Counted(int first, ref int end, double value)
    {
        const int reach = 3;
        var noun = -1;
        var next = end;
        while (next < tokens.Length && next < end + reach && tokens[next].IsPlainWord && !tokens[next].Is(LexemeKind.NotCounted))
        {
            noun = IsPlural(tokens[next].Span.In(text)) ? next : noun;
            next++;
            if (noun >= 0)
                break;
        }

        // “One customer” and “the two powers” count nothing; larger figures count even where the noun is not found.
        if (noun < 0 || (value <= LargestSmallCount && !tokens[first].IsDigits && (value <= 1 || IsDefinite(first))))
            return tokens[first].IsDigits && value > LargestSmallCount ? ("", QuantityKind.Count) : null;

        end = noun + 1;
        return (WordForm.Key(tokens[noun].Span.In(text)), QuantityKind.Count);
    }

    private bool IsDefinite(int first) => first > 0 && tokens[first - 1].Token.Is(Data.WordClass.Determiner);

    private static bool IsPlural(ReadOnlySpan<char> word) =>
        (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'' or '’'))
        || word is "people" or "men" or "women" or "children" or "troops" or "percent";

    private bool IsPerCent(int index) =>
        index + 1 < tokens.Length
        && tokens[index].Span.In(text).Equals("per", StringComparison.OrdinalIgnoreCase)
        && tokens[index + 1].Span.In(text).Equals("cent", StringComparison.OrdinalIgnoreCase);

    /// <summary>Digits or number words with their magnitudes; the letters glued to the digits that are no magnitude, or null when there is no number.</summary>
    private string? Number(int start, out double value, out int end)
    {
        value = 0;
        end = start;
        if (start >= tokens.Length)
            return null;

        if (tokens[start].IsDigits)
        {
            value = tokens[start].Number;
            end = start + 1;
            var suffix = tokens[start].Suffix;
            if (suffix is "k" or "m" or "mn" or "bn" or "tn")
            {
                value *= Lexemes.Find(suffix)!.Value;
                return "";
            }

            if (suffix.Length > 0)
                return suffix is "s" or "st" or "nd" or "rd" or "th" ? null : suffix;
            value *= TakeMagnitudes(ref end);
            return "";
        }

        return Words(start, out value, out end) ? "" : null;
    }

    /// <summary>“Two hundred and fifty thousand”.</summary>
    private bool Words(int start, out double value, out int end)
    {
        var total = 0.0;
        var current = 0.0;
        end = start;
        for (var index = start; index < tokens.Length; index++)
        {
            var token = tokens[index];
            if (token.Is(LexemeKind.Number) && token.Lexeme!.Name.Length == 0)
            {
                // “Five six” are two numbers.
                if (current % 10 != 0 || (current > 0 && token.Lexeme.Value >= 10 && current % 100 != 0))
                    break;
                current += token.Lexeme.Value;
            }
            else if (token.Is(LexemeKind.Magnitude) && token.Span.Length > 2 && index > start && current > 0)
            {
                if (token.Lexeme!.Value == 100)
                {
                    current *= 100;
                }
                else
                {
                    total += current * token.Lexeme.Value;
                    current = 0;
                }
            }
            else if (index > start && token.Is(LexemeKind.RangeEnd) && index + 1 < tokens.Length && tokens[index - 1].Is(LexemeKind.Magnitude)
                && tokens[index + 1].Is(LexemeKind.Number))
            {
                continue;
            }
            else
            {
                break;
            }

            end = index + 1;
        }

        value = total + current;
        return end > start;
    }

    private double TakeMagnitudes(ref int end)
    {
        var factor = 1.0;
        while (end < tokens.Length && tokens[end].Is(LexemeKind.Magnitude) && factor < 1e12)
            factor *= tokens[end++].Lexeme!.Value;
        return factor;
    }

    private double Magnitude(int first, int end)
    {
        var factor = 1.0;
        for (var index = first; index < end; index++)
        {
            if (tokens[index].Is(LexemeKind.Magnitude))
                factor *= tokens[index].Lexeme!.Value;
        }

        return factor;
    }

    /// <summary>“A third”, “two thirds”, “half of”, “one in five”; the share in percent.</summary>
    private bool Fraction(int start, out double share, out int end)
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
            && Number(start + 2, out var outOf, out var outOfEnd) == "" && outOf > numerator && outOf <= 100 && !tokens[start + 2].IsYear)
        {
            share = 100 * numerator / outOf;
            end = outOfEnd;
            return true;
        }

        return false;
    }

    private int SkipApproximation(int start, ref Approximation approximation)
    {
        if (start + 2 < tokens.Length && TwoWords(start) is { } phrase)
        {
            approximation = phrase;
            return start + 2;
        }

        if (!tokens[start].Is(LexemeKind.Approximate))
            return start;

        approximation = Enum.Parse<Approximation>(tokens[start].Lexeme!.Name);
        return start + 1;
    }

    private Approximation? TwoWords(int start)
    {
        var first = tokens[start].Span.In(text);
        var second = tokens[start + 1].Span.In(text);
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
