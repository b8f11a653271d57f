using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Where a passage counts something, in digits or in words. Each gives the words that do, null when none do.</summary>
internal static class Counts
{
    /// <summary>Between a number and the plural that it counts no more words stand than this.</summary>
    private const int Reach = 4;

    /// <summary>"two hundred dollars", "thirty percent": a unit after a number in words.</summary>
    public static bool UnitsInWords(ExtractionState state, PassageDraft passage)
    {
        if (passage.Traits.NumberWords == 0)
            return false;
        foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken + 1, passage.EndToken))
            if (cue.Senses.Has(CueSense.Quantity) && state.Tokens[cue.FirstToken - 1].Is(WordClass.Number))
                return true;
        return false;
    }

    /// <summary>A large number before the plural of what it counts: "81,400 open cases", "412 calls".</summary>
    public static TextSpan? Crowd(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        for (var i = passage.FirstToken; i + 1 < passage.EndToken; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Span.Length <= 2 || IsYear(state, tokens[i])
                || i > passage.FirstToken && (tokens[i - 1].Is(WordClass.Preposition) || tokens[i - 1].Kind == TokenKind.Punctuation))
                continue;
            if (WithPlural(state, passage, i) is { } counted)
                return counted;
        }

        return null;
    }

    /// <summary>"Eleven drugstores have closed", "61 persons were treated": so many, at the head of the clause or after its first comma.</summary>
    public static TextSpan? Subject(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        if (passage.Traits is { PastVerbs: 0, PerfectVerbs: 0 })
            return null;
        for (var i = passage.AfterOpening; i + 1 < passage.EndToken; i++)
        {
            if ((i == passage.AfterOpening || tokens[i - 1].IsPunctuation(',')) && IsMany(state, tokens[i])
                && WithPlural(state, passage, i) is { } counted)
                return counted;
        }

        return null;
    }

    /// <summary>"six of the ten", "3 out of 10", "one in five", "212 of them".</summary>
    public static TextSpan? OutOf(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        for (var i = passage.FirstToken; i + 2 < passage.EndToken; i++)
        {
            if (!IsNumber(tokens[i]) || !tokens[i + 1].Is(WordClass.Preposition))
                continue;
            if (IsMany(state, tokens[i]) && tokens[i + 1].Span.In(state.Text) is "of" && tokens[i + 2].Is(WordClass.Determiner | WordClass.ObjectPronoun))
                return state.SpanOf(i, i + 3);
            var last = i + 2;
            while (last < passage.EndToken - 1 && last < i + 4 && !IsNumber(tokens[last]))
                last++;
            if (IsNumber(tokens[last]) && tokens[i + 1].First is 'o' or 'i' && tokens[i + 1].Span.Length <= 3)
                return state.SpanOf(i, last + 1);
        }

        return null;
    }

    /// <summary>"Of the 18 firms, three are left."</summary>
    public static TextSpan? Remainder(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        var first = passage.FirstToken;
        if (first + 3 >= passage.EndToken || tokens[first].Span.Of(state.Text) is not "Of")
            return null;
        var whole = IsNumber(tokens[first + 1]) ? first + 1 : first + 2;
        if (!IsNumber(tokens[whole]))
            return null;
        for (var i = whole + 1; i < passage.EndToken; i++)
            if (IsNumber(tokens[i]) && tokens[i - 1].Kind == TokenKind.Punctuation)
                return state.SpanOf(first, i + 1);
        return null;
    }

    /// <summary>From a number to the plural that it counts.</summary>
    private static TextSpan? WithPlural(ExtractionState state, PassageDraft passage, int number)
    {
        var tokens = state.Tokens;
        var end = Math.Min(passage.EndToken, number + Reach);
        for (var noun = number + 1; noun < end && tokens[noun].Kind == TokenKind.Word && !tokens[noun].Is(WordClass.Preposition | WordClass.Auxiliary); noun++)
            if (tokens[noun].Span.Of(state.Text) is [.., not 's', 's'])
                return state.SpanOf(number, noun + 1);
        return null;
    }

    private static bool IsNumber(Token token) => token.Kind == TokenKind.Number || token.Is(WordClass.Number);

    private static bool IsYear(ExtractionState state, Token token) => token.Span.Length == 4 && state.Text[token.Start] is '1' or '2';

    /// <summary>More than a handful, and no year.</summary>
    private static bool IsMany(ExtractionState state, Token token) =>
        token.Kind == TokenKind.Number && token.Span.Length > 1 && !IsYear(state, token)
        || token.Is(WordClass.Number) && token.Span.Length > 5;
}
