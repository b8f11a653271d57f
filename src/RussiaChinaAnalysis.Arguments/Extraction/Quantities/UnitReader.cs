using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads what a number counts or measures: a share, money, a unit of measure or counted things.</summary>
internal readonly ref struct UnitReader(string text, ReadOnlySpan<FigureToken> tokens)
{
    private const double LargestSmallCount = 10;

    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    /// <param name="first">The first token of the number.</param>
    /// <param name="end">The token after the number; moved behind the unit.</param>
    /// <param name="suffix">The letters glued to the digits.</param>
    public (string Name, QuantityKind Kind)? Of(int first, ref int end, string? currency, string suffix, double value)
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

        if (Coin(next, out var afterCoin) is { } coin)
        {
            end = afterCoin;
            return (coin, QuantityKind.Money);
        }

        if (tokens[next].Is(LexemeKind.Unit))
        {
            end = next + 1;
            return (tokens[next].Lexeme!.Name, QuantityKind.Measure);
        }

        return next == end ? Counted(first, ref end, value) : null;
    }

    /// <summary>“Roubles”, “US dollars”, “Hong Kong dollars”; null also where nobody knows whose they are.</summary>
    private string? Coin(int first, out int end)
    {
        const int longestNation = 2;
        end = first;
        for (var words = 0; words <= longestNation; words++)
        {
            var coin = first + words;
            // “U.S. dollars”: the last full stop is no part of the word.
            if (words > 0 && coin < tokens.Length && tokens[coin].IsMark('.'))
                coin++;
            if (coin >= tokens.Length)
                return null;
            if (tokens[coin].Is(LexemeKind.Currency) && tokens[coin].IsWord)
            {
                end = coin + 1;
                var code = tokens[coin].Lexeme!.Name;
                return words == 0 ? code : Currencies.Of(code, text.AsSpan()[tokens[first].Span.Start..tokens[first + words - 1].Span.End]);
            }

            if (!tokens[first + words].Token.IsCapitalised)
                return null;
        }

        return null;
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
            return tokens[first].IsDigits && !tokens[first].IsYear && value > LargestSmallCount ? ("", QuantityKind.Count) : null;

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
}
