using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>A passage begins at token <paramref name="At"/>, joined so to the rest of its sentence.</summary>
internal readonly record struct SentenceCut(int At, Joint Joint);

/// <summary>Where a sentence falls into parts that argue with each other.</summary>
internal static class SentenceCuts
{
    private const int ShortestPart = 3;

    /// <summary>A clause is looked for no further than this: the next verb is always nearer.</summary>
    private const int ClauseReach = 40;

    /// <summary>"as costly and slow as it is": so far before the second "as" the first may stand.</summary>
    private const int ComparisonReach = 8;

    /// <summary>In words, with the verb: "my old teacher always says".</summary>
    private const int LongestSpeaker = 6;

    private static readonly CueSenses OpensConcession = CueSenses.Of(CueSense.Although, CueSense.While, CueSense.Despite, CueSense.EvenIf);
    private static readonly CueSenses OpensReason = CueSenses.Of(CueSense.Because, CueSense.SinceAs);

    /// <summary>
    /// Adds the cuts in order. A cut at the first token says how the first part is joined ("Although …, …"); it is followed
    /// by the cut where the main clause begins.
    /// </summary>
    public static void Find(TokenBuffer tokens, int first, int end, List<SentenceCut> cuts)
    {
        var from = first;
        if (OpeningJoint(tokens, first, end) is { } joint && MainClauseAfter(tokens, first, end) is > 0 and var main)
        {
            cuts.Add(new SentenceCut(first, joint));
            AddWithin(tokens, first, main, cuts);
            cuts.Add(new SentenceCut(main, Joint.Main));
            from = main;
        }

        AddWithin(tokens, from, end, cuts);
    }

    private static void AddWithin(TokenBuffer tokens, int first, int end, List<SentenceCut> cuts)
    {
        var from = first;
        for (var i = first + ShortestPart; i < end - ShortestPart; i++)
            if (JointAt(tokens, from, i, end) is { } here && i - from >= ShortestPart)
            {
                // The bracket belongs to what it encloses.
                from = tokens[i - 1].IsPunctuation('(') ? i - 1 : i;
                cuts.Add(new SentenceCut(from, here));
            }
    }

    /// <summary>A sentence that opens with a subordinate clause: how that clause is joined to the main one.</summary>
    private static Joint? OpeningJoint(TokenBuffer tokens, int first, int end)
    {
        // "And since …", "But although …"
        if (first < end && tokens[first].Is(WordClass.Conjunction) && tokens.CueAt(first) is var one && !one.Senses.HasAny(OpensConcession | OpensReason))
            first++;
        if (first >= end)
            return null;
        var cue = tokens.CueAt(first);
        if (cue.Senses.HasAny(OpensConcession))
            return Joint.Concession;
        return cue.Senses.HasAny(OpensReason) && OpensWithReason(tokens, cue, end) && Clauses.BeginsClause(tokens, cue.EndToken, ClauseEnd(tokens, cue.EndToken, end)) ? Joint.Reason : null;
    }

    /// <summary>"For" opens no reason at the beginning of a sentence, and "Since it began, prices have risen" tells of a time.</summary>
    private static bool OpensWithReason(TokenBuffer tokens, CueMatch cue, int end)
    {
        if (!cue.Senses.Has(CueSense.SinceAs) || cue.EndToken > cue.FirstToken + 1)
            return true;
        if (tokens[cue.FirstToken].First is 'f' or 'F')
            return false;
        var comma = NextComma(tokens, cue.EndToken, end);
        return tokens[cue.FirstToken].First is not ('s' or 'S')
            || Clauses.FiniteVerb(tokens, cue.EndToken, comma) is not (>= 0 and var verb) || !tokens[verb].Is(WordClass.VerbPast | WordClass.Past)
            || Clauses.FiniteVerb(tokens, comma, end) is not (>= 0 and var main) || !IsPresentHave(tokens[main]);
    }

    private static bool IsPresentHave(Token token) =>
        token.Is(WordClass.Auxiliary) && !token.Is(WordClass.Past) && token.First == 'h';

    /// <summary>The first token after a comma from which on the sentence has a clause of its own; 0 when there is none.</summary>
    private static int MainClauseAfter(TokenBuffer tokens, int first, int end)
    {
        var reach = Math.Min(end - ShortestPart, first + 2 * ClauseReach);
        for (var i = first + ShortestPart; i < reach; i++)
            if (tokens[i].IsPunctuation(',')
                && !tokens[i + 1].Is(WordClass.Conjunction | WordClass.Relative | WordClass.Preposition)
                && !tokens.CueAt(i + 1).Senses.Has(CueSense.ContrastAdverb)
                && Clauses.HasVerbBefore(tokens, first, i) | tokens.CueAt(first).Senses.Has(CueSense.Despite)
                && Clauses.BeginsWithSubject(tokens, i + 1, NextComma(tokens, i + 1, end)))
                return i + 1;
        return 0;
    }

    private static Joint? JointAt(TokenBuffer tokens, int from, int at, int end)
    {
        ref readonly var before = ref tokens[at - 1];
        if (before.IsPunctuation(';'))
            return Clauses.BeginsClause(tokens, at, end) ? ConnectiveJoint(tokens, at, end) ?? Joint.Addition : null;
        if (before.IsPunctuation(':'))
            return ColonJoint(tokens, from, at, end);
        var cue = tokens.CueAt(at);
        if (cue.Senses.IsEmpty && !tokens[at].Is(WordClass.Conjunction))
            return null;
        // "It is shown by deeds" is one clause.
        if (cue.Senses.Has(CueSense.EvidencedBy))
            return before.Is(WordClass.Auxiliary) ? null : Joint.Reason;
        var open = before.Kind == TokenKind.Punctuation && before.First is ',' or '(' or '–' or '—' or '-';
        if (!CouldJoin(tokens, at, cue, open))
            return null;
        var body = Math.Max(cue.EndToken, at + 1);
        if (!Clauses.HasVerbBefore(tokens, from, at) || !Clauses.BeginsClause(tokens, body, ClauseEnd(tokens, body, end)))
            return null;
        if (cue.Senses.Has(CueSense.SinceAs) && NamesSpeaker(tokens, cue.EndToken, end))
            return null;
        return SubordinateJoint(tokens, at, cue, open) ?? (open ? ConnectiveJoint(tokens, at, end) ?? CoordinateJoint(tokens, at, cue, end) : null);
    }

    /// <summary>A colon between two clauses announces the reason for the first, unless the first only announces it.</summary>
    private static Joint? ColonJoint(TokenBuffer tokens, int from, int at, int end)
    {
        ref readonly var last = ref tokens[at - 2];
        return at - from > ShortestPart + 1 && !last.Is(WordClass.Anaphor | WordClass.Interrogative) && !tokens.CueAt(at - 2).Senses.Has(CueSense.Saying)
            && tokens[at].First is not ('"' or '“' or '‘' or '\'')
            && Clauses.HasVerbBefore(tokens, from, at) && Clauses.BeginsWithSubject(tokens, at, ClauseEnd(tokens, at, end))
                ? Joint.Reason
                : null;
    }

    /// <summary>Spares most words the search for a clause.</summary>
    private static bool CouldJoin(TokenBuffer tokens, int at, CueMatch cue, bool open) =>
        open || cue.Senses.HasAny(OpensReason | CueSenses.Of(CueSense.Although, CueSense.EvenIf, CueSense.Exception))
            && !tokens[at - 1].Is(WordClass.Conjunction);

    private static Joint? SubordinateJoint(TokenBuffer tokens, int at, CueMatch cue, bool open)
    {
        if (cue.Senses.Has(CueSense.SinceAs))
            return open || OpensBareReason(tokens, at, cue) ? Joint.Reason : null;
        if (cue.Senses.Has(CueSense.Because))
            return Joint.Reason;
        // "…, though, …" at the end of a clause joins nothing.
        if (cue.Senses.Has(CueSense.Although) || cue.Senses.Has(CueSense.EvenIf) && open)
            return tokens[cue.EndToken].IsPunctuation(',') ? null : Joint.Concession;
        if (cue.Senses.Has(CueSense.Exception))
            return open ? Joint.Exception : null;
        return cue.Senses.Has(CueSense.While) && open ? Joint.Contrast : null;
    }

    /// <summary>"… as they can plan ahead", without a comma: a reason only when a subject follows and no comparison goes before.</summary>
    private static bool OpensBareReason(TokenBuffer tokens, int at, CueMatch cue)
    {
        if (tokens[at].First is not ('a' or 's') || cue.EndToken != at + 1)
            return false;
        ref readonly var before = ref tokens[at - 1];
        for (var i = Math.Max(0, at - ComparisonReach); i < at; i++)
            if (tokens[i].Is(WordClass.Conjunction) && tokens[i].Is(WordClass.Adverb))
                return false;
        return tokens[cue.EndToken].Is(WordClass.SubjectPronoun) && !tokens[cue.EndToken].Is(WordClass.Determiner)
            && before.Kind == TokenKind.Word && !before.Is(WordClass.Conjunction | WordClass.Adverb | WordClass.Adjective | WordClass.Determiner | WordClass.VerbBase | WordClass.VerbPast);
    }

    /// <summary>"…, as my mother says.": names who says the rest of the sentence.</summary>
    private static bool NamesSpeaker(TokenBuffer tokens, int first, int end)
    {
        var last = end - 1;
        // Few marks end a sentence; more would be walked over again for every clause.
        while (last > first && last >= end - LongestSpeaker && tokens[last].Kind == TokenKind.Punctuation)
            last--;
        return last > first && last <= first + LongestSpeaker && tokens.CueAt(last).Senses.Has(CueSense.Saying);
    }

    private static Joint? ConnectiveJoint(TokenBuffer tokens, int at, int end)
    {
        var cue = tokens.CueAt(at);
        if (cue.Senses.Has(CueSense.Contrast))
            return Joint.Contrast;
        // The words of the cue may be the last of the text: "…; be that as it may".
        if (cue.Senses.Has(CueSense.ContrastAdverb) && cue.EndToken < end && !tokens[cue.EndToken].IsPunctuation(','))
            return Joint.Contrast;
        if (cue.Senses.Has(CueSense.ResultClause))
            return Joint.Result;
        if (tokens[at].Is(WordClass.Relative) && cue.Senses.Has(CueSense.Elaboration))
            return Joint.Elaboration;
        return null;
    }

    /// <summary>", and" before a clause with a subject of its own.</summary>
    private static Joint? CoordinateJoint(TokenBuffer tokens, int at, CueMatch cue, int end)
    {
        if (tokens[at].First is not ('a' or 'A') || !tokens[at].Is(WordClass.Conjunction) || tokens[at].End - tokens[at].Start != 3)
            return null;
        return Clauses.BeginsWithSubject(tokens, Math.Max(at + 1, cue.EndToken), NextComma(tokens, at + 1, end)) ? Joint.Addition : null;
    }

    /// <summary>A clause is looked for up to the next mark that ends one.</summary>
    private static int ClauseEnd(TokenBuffer tokens, int first, int end)
    {
        var reach = Math.Min(end, first + ClauseReach);
        for (var i = first; i < reach; i++)
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].First is ';' or ':' or ')')
                return i;
        return reach;
    }

    private static int NextComma(TokenBuffer tokens, int first, int end)
    {
        var reach = Math.Min(end, first + ClauseReach);
        for (var i = first; i < reach; i++)
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i].First is ',' or ';' or ':' or ')')
                return i;
        return reach;
    }
}
