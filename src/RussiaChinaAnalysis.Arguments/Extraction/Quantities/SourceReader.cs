using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Finds who a sentence gives as the source of its figures.</summary>
internal static class SourceReader
{
    private const int LongestName = 10;

    public static TextSpan? Find(ReadOnlySpan<FigureToken> tokens, string text)
    {
        for (var index = 0; index + 1 < tokens.Length; index++)
        {
            if (tokens[index].Is(LexemeKind.Reporting) && EndOfOpening(tokens, index, text) is { } start && NameFrom(tokens, start, text) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>The position after “according to”, “data from”, “estimates by”.</summary>
    private static int? EndOfOpening(ReadOnlySpan<FigureToken> tokens, int index, string text)
    {
        var first = tokens[index].Span.In(text);
        var second = tokens[index + 1].Span.In(text);
        if (first.Equals("according", StringComparison.OrdinalIgnoreCase) && second.Equals("to", StringComparison.OrdinalIgnoreCase))
            return index + 2;

        var isFrom = second.Equals("from", StringComparison.OrdinalIgnoreCase) || second.Equals("by", StringComparison.OrdinalIgnoreCase);
        return isFrom ? index + 2 : null;
    }

    /// <summary>A noun phrase with “of” or “for” inside: “the Central Bank of Russia”.</summary>
    private static TextSpan? NameFrom(ReadOnlySpan<FigureToken> tokens, int start, string text)
    {
        var end = start;
        var isNamed = false;
        while (end < tokens.Length && end - start < LongestName)
        {
            var token = tokens[end];
            var inner = token.IsWord && end > start && end + 1 < tokens.Length && tokens[end + 1].IsWord
                && (token.Span.In(text).Equals("of", StringComparison.OrdinalIgnoreCase) || token.Span.In(text).Equals("for", StringComparison.OrdinalIgnoreCase)
                    || (token.Span.In(text).Equals("and", StringComparison.OrdinalIgnoreCase) && tokens[end + 1].Token.IsCapitalised));
            if (!inner && (!token.IsWord || (isNamed && !token.Token.IsCapitalised) || (!token.Token.IsCapitalised && token.Token.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition
                | WordClass.Conjunction | WordClass.Relative | WordClass.SubjectPronoun | WordClass.Adverb))))
                break;
            isNamed |= token.Token.IsCapitalised;
            end++;
        }

        return end > start ? new TextSpan(tokens[start].Span.Start, tokens[end - 1].Span.End) : null;
    }
}
