using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Voices;

/// <summary>Whether a verb of saying reports something, and who its subject is.</summary>
internal static class ReportingVerbs
{
    /// <summary>How far before its verb a subject begins.</summary>
    public const int Reach = 12;

    /// <summary>The same where a clause between commas says more of the subject.</summary>
    public const int LongReach = 24;

    /// <summary>How far after a verb of saying its clause begins, as in "told the board in writing that …".</summary>
    private const int ClauseReach = 6;

    /// <summary>“The United States”: a verb of saying in capitals is none.</summary>
    public static bool IsPartOfName(TokenBuffer tokens, PassageDraft passage, CueMatch verb) =>
        tokens[verb.FirstToken].IsCapitalised && verb.FirstToken > passage.FirstToken && tokens[verb.FirstToken - 1].IsCapitalised;

    /// <summary>"They were told to …": nobody speaks here.</summary>
    public static bool IsPassive(TokenBuffer tokens, CueMatch verb) =>
        tokens[verb.FirstToken].Is(WordClass.VerbPast | WordClass.Participle) && tokens[verb.FirstToken - 1] is var before
        && before.Is(WordClass.Auxiliary) && before.First is 'w' or 'W' or 'a' or 'A' or 'b' or 'B' or 'i' or 'I';

    /// <summary>"Inquiries into reports that …": no verb stands there.</summary>
    public static bool IsNoun(TokenBuffer tokens, CueMatch verb) =>
        tokens[verb.FirstToken - 1] is var before && before.Is(WordClass.Preposition | WordClass.Determiner) && !before.Is(WordClass.SubjectPronoun | WordClass.Relative | WordClass.Adverb);

    /// <summary>"She believes that …", of somebody whom the text spoke of before; "he said that" is more often part of a story.</summary>
    public static bool SaysNow(TokenBuffer tokens, int first, CueMatch verb) =>
        verb.FirstToken == first + 1 && tokens[verb.FirstToken].Is(WordClass.VerbThirdPerson) && tokens[first].First is 'h' or 'H' or 's' or 'S'
        && tokens[verb.EndToken].Is(WordClass.Conjunction) && tokens[verb.EndToken].Is(WordClass.Relative);

    /// <summary>Where the subject of a verb begins: after an adverbial and its comma, as in "In his letter, the chief said …", "Now, the chief says …".</summary>
    public static int SubjectBefore(TokenBuffer tokens, int first, int verb)
    {
        var start = first;
        // A comma further off than a subject reaches opens none, and a long sentence is not walked over for each of its verbs.
        for (var i = Math.Max(first, verb - LongReach - 1); i < verb - 1; i++)
            if (tokens[i].IsPunctuation(',') && tokens[first].Is(WordClass.Preposition | WordClass.Adverb))
                start = i + 1;
        return start;
    }

    /// <summary>"The agency, which …, estimates": the name ends at its first comma; "critics also say": and before an adverb.</summary>
    public static int EndOfSubject(TokenBuffer tokens, int first, int verb)
    {
        var end = first + 1;
        while (end < verb && end <= first + LongReach && !tokens[end].IsPunctuation(',') && !(tokens[end].Is(WordClass.Adverb) && !tokens[end].Is(WordClass.Determiner | WordClass.Adjective)))
            end++;
        return Math.Min(end, Math.Max(verb, first));
    }

    /// <summary>"To residents the mayor": the name begins with its own article.</summary>
    public static int AfterAdverbial(TokenBuffer tokens, int first, int end)
    {
        if (!tokens[first].Is(WordClass.Preposition) || tokens[first].Is(WordClass.Determiner))
            return first;
        for (var i = end - 1; i > first; i--)
            if (tokens[i].Is(WordClass.Determiner) && !tokens[i].Is(WordClass.Preposition))
                return i;
        return first;
    }

    /// <summary>What follows the verb is a clause, in "that", in quotation marks or with a subject of its own.</summary>
    public static bool ReportsClause(TokenBuffer tokens, CueMatch verb, int end)
    {
        // "Admitted 61 people that night" takes in so many and reports nothing; "says 61 people were hurt" has a clause.
        if (verb.EndToken < end && (tokens[verb.EndToken].Kind == TokenKind.Number || tokens[verb.EndToken].Is(WordClass.Number)))
            return Clauses.BeginsWithSubject(tokens, verb.EndToken, EndOfClause(tokens, verb.EndToken, Math.Min(end, verb.EndToken + Reach)));
        for (var i = verb.EndToken; i < Math.Min(end, verb.EndToken + ClauseReach); i++)
            if (tokens[i].Is(WordClass.Relative) && tokens[i].Is(WordClass.Conjunction) || tokens[i].Kind == TokenKind.Punctuation && tokens[i].First is ':' or '"' or '“' or '‘' or '\'')
                return true;
        return Clauses.BeginsWithSubject(tokens, verb.EndToken, Math.Min(end, verb.EndToken + Reach));
    }

    private static int EndOfClause(TokenBuffer tokens, int first, int end)
    {
        while (first < end && tokens[first].Kind != TokenKind.Punctuation)
            first++;
        return first;
    }
}
