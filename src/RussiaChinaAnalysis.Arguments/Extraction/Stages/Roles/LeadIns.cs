using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>Sentences that name what comes next and say nothing of it: "There are also arguments for the other side."</summary>
internal static class LeadIns
{
    /// <summary>A longer sentence says more than where the text goes.</summary>
    private const int Longest = 16;

    /// <summary>"Consider the other road." With more words, what is pointed at is told, not only named.</summary>
    private const int LongestPointer = 5;

    /// <summary>The name of a matter has no more words than this: "the relation with the boss".</summary>
    private const int LongestName = 8;

    private const int VerbReach = 8;

    private static readonly CueSenses Points = CueSenses.Of(CueSense.FirstPoint, CueSense.NextPoint, CueSense.LastPoint);

    /// <summary>The words that show it; null for any other passage.</summary>
    public static TextSpan? Find(ExtractionState state, PassageDraft passage)
    {
        if (passage.Traits.Words > Longest)
            return null;
        if (state.Find(passage, CueSense.Transition) is { } next)
            return next;
        if (passage.Traits.Words <= LongestPointer && passage.Opens(CueSense.Pointing))
            return passage.Span;
        if (passage.Traits.IsQuestion || passage.Has(CueSense.Negation))
            return null;
        return Exists(state, passage) ?? Names(state, passage);
    }

    /// <summary>"There are also good reasons for it.", "Besides, there is the economic side.": a matter exists, and no more is said.</summary>
    private static TextSpan? Exists(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        for (var i = passage.FirstToken; i + 1 < Math.Min(passage.EndToken, passage.AfterOpening + VerbReach); i++)
            if (state.Exists(i))
                return Topic(state, i + 2, passage.EndToken) is { } topic && !SaysMore(tokens, topic.EndToken, passage.EndToken)
                    ? state.SpanOf(i, topic.EndToken)
                    : null;
        return null;
    }

    /// <summary>"Another thing is the relation with the boss.", "The second point concerns the cities."</summary>
    private static TextSpan? Names(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        var verb = Verb(state, passage);
        if (verb + 1 >= passage.EndToken || passage.EndToken - verb > LongestName || SaysMore(tokens, verb + 1, passage.EndToken))
            return null;
        ref readonly var name = ref tokens[verb + 1];
        var isNamed = tokens[verb].Is(WordClass.Auxiliary)
            ? Topic(state, passage.FirstToken, verb) is not null && name.Is(WordClass.Determiner | WordClass.Preposition) && !name.Is(WordClass.Relative)
            : Topic(state, passage.FirstToken, verb) is not null || passage.Opening.HasAny(Points);
        return isNamed ? state.SpanOf(passage.FirstToken, verb + 1) : null;
    }

    /// <summary>"Is", "are", "concerns" or "regards" near the beginning; the end of the passage when it has none.</summary>
    private static int Verb(ExtractionState state, PassageDraft passage)
    {
        for (var i = passage.FirstToken + 1; i < Math.Min(passage.EndToken, passage.AfterOpening + VerbReach); i++)
            if (state.Tokens[i].Span.In(state.Text) is "is" or "are" or "concerns" or "regards")
                return i;
        return passage.EndToken;
    }

    private static CueMatch? Topic(ExtractionState state, int first, int end)
    {
        foreach (var cue in state.Tokens.CuesBetween(first, end))
            if (cue.Senses.Has(CueSense.Topic))
                return cue;
        return null;
    }

    /// <summary>A verb, a colon or a "that" says what the matter is, and so what the writer thinks of it.</summary>
    private static bool SaysMore(TokenBuffer tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].First is ':' or '–' or '—' || tokens[i].Is(WordClass.Auxiliary | WordClass.Modal) && !tokens[i].Is(WordClass.Determiner))
                return true;
        return false;
    }
}
