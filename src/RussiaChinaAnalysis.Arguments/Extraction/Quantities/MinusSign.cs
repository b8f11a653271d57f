namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Tells a minus sign from a dash.</summary>
internal static class MinusSign
{
    /// <summary>“-2.1 percent”, “−$5”, “minus 2.1 percent”; not the dash in “2-3 percent”, “Covid-19” and “the ferry – 31 percent”.</summary>
    public static bool IsAt(string text, ReadOnlySpan<FigureToken> tokens, int index)
    {
        if (index + 1 >= tokens.Length)
            return false;

        var sign = tokens[index];
        var number = tokens[index + 1];
        if (!number.IsDigits && !(number.Is(LexemeKind.Currency) && !number.IsWord && index + 2 < tokens.Length && tokens[index + 2].IsDigits))
            return false;
        if (sign.IsWord)
            return sign.Span.In(text).Equals("minus", StringComparison.OrdinalIgnoreCase) && !(index > 0 && tokens[index - 1].IsDigits);

        return sign.Token.First is '-' or '−' or '–'
            && number.Span.Start == sign.Span.End
            && (sign.Span.Start == 0 || char.IsWhiteSpace(text[sign.Span.Start - 1]) || text[sign.Span.Start - 1] is '(' or '[')
            && !(index > 0 && tokens[index - 1].IsDigits);
    }
}
