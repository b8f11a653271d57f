namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads numbers in digits and in words with their magnitudes.</summary>
internal readonly ref struct NumberReader(ReadOnlySpan<FigureToken> tokens)
{
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    /// <summary>Digits or number words with their magnitudes; the letters glued to the digits that are no magnitude, or null when there is no number.</summary>
    public string? At(int start, out double value, out int end)
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

    /// <summary>The product of the magnitudes among the tokens; 1 when there are none.</summary>
    public double Magnitude(int first, int end)
    {
        var factor = 1.0;
        for (var index = first; index < end; index++)
        {
            if (tokens[index].Is(LexemeKind.Magnitude))
                factor *= tokens[index].Lexeme!.Value;
        }

        return factor;
    }
}
