using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Tells whether a run of words has a subject and a verb of its own.</summary>
internal static class Clauses
{
    /// <summary>How many tokens are looked at: no clause has its verb later, and a text without any verb stays linear.</summary>
    private const int Reach = 40;

    /// <summary>The first token of a finite verb in <c>[first, end)</c>; -1 when there is none within reach.</summary>
    public static int FiniteVerb(TokenBuffer tokens, int first, int end)
    {
        var last = Math.Min(end, first + Reach);
        for (var i = first; i < last; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(WordClass.Contraction | WordClass.Modal | WordClass.Auxiliary))
                return i;
            // "It floods": what follows such a pronoun at once is its verb, listed or not.
            if (i > first && token.Class == WordClass.None && token.Stem != 0 && tokens[i - 1].Is(WordClass.SubjectPronoun) && !tokens[i - 1].Is(WordClass.Determiner))
                return i;
            if (i == first || !token.Is(WordClass.VerbThirdPerson | WordClass.VerbPast | WordClass.VerbBase))
                continue;
            ref readonly var before = ref tokens[i - 1];
            if (before.Kind == TokenKind.Word ? CanPrecedeVerb(before, token) : before.Kind == TokenKind.Number)
                return i;
        }

        return -1;
    }

    /// <summary>Whether there is a finite verb in <c>[first, end)</c>, looking from the end backwards.</summary>
    public static bool HasVerbBefore(TokenBuffer tokens, int first, int end) =>
        FiniteVerb(tokens, Math.Max(first, end - Reach), end) >= 0;

    /// <summary>Whether a clause with a subject before its verb begins at the token.</summary>
    public static bool BeginsClause(TokenBuffer tokens, int first, int end)
    {
        var verb = FiniteVerb(tokens, first, end);
        if (verb < 0)
            return false;
        if (tokens[verb].Is(WordClass.Contraction))
            return true;
        for (var i = first; i < verb; i++)
            if (IsNominal(tokens[i]))
                return true;
        return false;
    }

    /// <summary>Whether the clause begins with its subject at once: a pronoun, or a noun phrase without a preposition before it.</summary>
    public static bool BeginsWithSubject(TokenBuffer tokens, int first, int end)
    {
        while (first < end && tokens[first].Is(WordClass.Adverb))
            first++;
        return first < end
            && (!tokens[first].Is(WordClass.Preposition | WordClass.Relative | WordClass.Conjunction) || tokens[first].Is(WordClass.SubjectPronoun))
            && BeginsClause(tokens, first, end);
    }

    private static bool IsNominal(Token token) =>
        token.Kind == TokenKind.Number
        || token.Kind == TokenKind.Word
            && (token.Is(WordClass.SubjectPronoun)
                || !token.Is(WordClass.Adverb | WordClass.Conjunction | WordClass.Preposition | WordClass.Determiner | WordClass.Relative | WordClass.ObjectPronoun));

    private static bool CanPrecedeVerb(Token before, Token verb)
    {
        if (before.Is(WordClass.SubjectPronoun))
            return true;
        // "The two share a border": after "two" and above a noun would stand in the plural.
        if (before.Is(WordClass.Number) && before.First is not ('o' or 'O') && verb.Is(WordClass.VerbBase) && verb.Is(WordClass.Listed))
            return true;
        if (before.Is(WordClass.Determiner | WordClass.Preposition | WordClass.To | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Modal))
            return before.Is(WordClass.Relative);
        if (verb.Is(WordClass.VerbThirdPerson))
            return verb.Is(WordClass.Listed) && !before.Is(WordClass.Adjective) && !before.Is(WordClass.VerbBase | WordClass.VerbIng);
        if (verb.Is(WordClass.VerbPast))
            return !before.Is(WordClass.Adjective);
        // A base form is a verb after a plural noun: "prices rise".
        return before.Class == WordClass.None && before.Stem != 0 || before.Is(WordClass.Adverb);
    }
}
