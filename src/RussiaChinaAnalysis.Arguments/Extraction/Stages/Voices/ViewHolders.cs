using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Voices;

/// <summary>Tells whether the words before a verb name somebody who can hold a view, and whether people who are named hold one.</summary>
internal static class ViewHolders
{
    /// <summary>The name of a speaker is no longer than this.</summary>
    private const int SpeakerWords = 9;

    private static readonly CueSenses Spoken = CueSenses.Of(CueSense.Saying, CueSense.Disputing);
    private static readonly CueSenses Views = CueSenses.Of(CueSense.Saying, CueSense.Disputing, CueSense.Attitude);

    /// <summary>"Critics", "it is often said"; people such as "some parents" only where the text says what they think or want.</summary>
    public static bool TakeView(TokenBuffer tokens, CueMatch holders, int end)
    {
        if (holders.Senses.Has(CueSense.Opponent) || holders.Senses.Has(CueSense.GeneralOpinion))
            return true;
        if (!holders.Senses.Has(CueSense.People))
            return false;
        foreach (var cue in tokens.CuesBetween(holders.EndToken, end))
            if (cue.Senses.HasAny(Views))
                return true;
        return false;
    }

    /// <summary>Names an authority or an opponent, and no study: what that shows is the author's own statement.</summary>
    public static bool AreKnown(ExtractionState state, int first, int end)
    {
        var known = false;
        foreach (var cue in state.Tokens.CuesBetween(first, end))
            if (cue.Senses.Has(CueSense.Study))
                return false;
            else
                known |= cue.Senses.Has(CueSense.Authority) || cue.Senses.Has(CueSense.Opponent);
        return known;
    }

    public static bool AreNamed(ExtractionState state, int first, int end)
    {
        var tokens = state.Tokens;
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Is(WordClass.FirstPersonSingular | WordClass.FirstPersonPlural | WordClass.SecondPerson) && !tokens[i].Is(WordClass.Determiner)
                || tokens[i].Is(WordClass.Relative | WordClass.Conjunction))
                return false;
            if (i > first && tokens[i].IsCapitalised && !tokens[i].Is(WordClass.Listed))
                return true;
            var senses = tokens.CueAt(i).Senses;
            if (senses.Has(CueSense.Authority) || senses.Has(CueSense.Opponent) || senses.Has(CueSense.Party))
                return true;
        }

        return first < end && end - first <= 3 && tokens[first].IsCapitalised && tokens[first].Class == WordClass.None;
    }

    /// <summary>"A volunteer told me that …", "Supporters hope that …": a noun phrase before a verb of saying.</summary>
    public static bool SpeakLikePersons(TokenBuffer tokens, int first, int end, CueMatch verb, int endOfPassage)
    {
        if (end - first > SpeakerWords || tokens[first].Is(WordClass.Anaphor))
            return false;
        for (var i = first; i < end; i++)
            if (tokens[i].Is(WordClass.Relative) && tokens[i].Is(WordClass.Conjunction))
                return false;
        if (verb.Senses.HasAny(Spoken) && end - first > 1 && tokens[first].Is(WordClass.Determiner | WordClass.Number) && tokens[verb.FirstToken].Is(WordClass.VerbPast | WordClass.VerbThirdPerson))
            return true;
        if (end - first > 1 && verb.Senses.HasAny(Views) && !verb.Senses.Has(CueSense.Finding) && tokens[first].Is(WordClass.Determiner) && tokens[verb.FirstToken].Is(WordClass.VerbThirdPerson) && IsThat(tokens, verb.EndToken, endOfPassage))
            return true;
        return SpeaksOfMany(tokens, first, end, verb, endOfPassage);
    }

    /// <summary>"Supporters hope that …": a plural before the base form of a verb, with "that" to tell it from a noun.</summary>
    private static bool SpeaksOfMany(TokenBuffer tokens, int first, int end, CueMatch verb, int endOfPassage) =>
        verb.Senses.HasAny(Views) && !verb.Senses.Has(CueSense.Finding) && tokens[verb.FirstToken].Is(WordClass.VerbBase) && IsThat(tokens, verb.EndToken, endOfPassage)
        && !tokens[first].Is(WordClass.FirstPersonSingular | WordClass.FirstPersonPlural | WordClass.SecondPerson | WordClass.SubjectPronoun | WordClass.Modal | WordClass.Auxiliary | WordClass.Conjunction)
        && tokens[end - 1] is { Kind: TokenKind.Word } noun && !noun.Is(WordClass.Modal | WordClass.To | WordClass.Auxiliary | WordClass.SubjectPronoun);

    /// <summary>"The museums answer that …": many speak, and now; one expert or witness is rather named.</summary>
    public static bool SpeakInPlural(TokenBuffer tokens, CueMatch verb) =>
        tokens[verb.FirstToken].Is(WordClass.VerbBase) && !tokens[verb.FirstToken].Is(WordClass.VerbPast) && IsThat(tokens, verb.EndToken, tokens.Count);

    private static bool IsThat(TokenBuffer tokens, int token, int end) =>
        token < end && tokens[token].Is(WordClass.Relative) && tokens[token].Is(WordClass.Conjunction);
}
