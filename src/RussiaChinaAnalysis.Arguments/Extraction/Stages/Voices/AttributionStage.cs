using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Voices;

/// <summary>Whose view a passage gives: the author's, or somebody's whom the author reports or answers.</summary>
internal sealed class AttributionStage(RuleCatalogue rules) : IExtractionStage
{
    /// <summary>How many words after its opening the holder of a view may be named.</summary>
    private const int SourceReach = 3;

    /// <summary>The name of a source is no longer than this.</summary>
    private const int SourceWords = 6;

    private static readonly CueSenses Reporting = CueSenses.Of(CueSense.Saying, CueSense.Arguing);

    private readonly Rule author = rules["attribution.author"];
    private readonly Rule opponents = rules["attribution.opponents"];
    private readonly Rule commonView = rules["attribution.common-view"];
    private readonly Rule accordance = rules["attribution.according-to"];
    private readonly Rule named = rules["attribution.named-source"];
    private readonly Rule continued = rules["attribution.continued"];
    private readonly Rule sameSentence = rules["attribution.same-sentence"];

    public void Run(ExtractionState state)
    {
        PassageDraft? before = null;
        foreach (var passage in state.Passages)
        {
            passage.Apply(author, passage.Span);
            if (state.ParagraphOf(passage).Zone != Zone.Heading)
                Read(state, passage, before);
            passage.Attribution = passage[Target.Reported] > 0 ? AttributionKind.Reported : AttributionKind.Author;
            if (passage.Attribution == AttributionKind.Author)
                passage.AttributedTo = null;
            before = passage;
        }
    }

    private void Read(ExtractionState state, PassageDraft passage, PassageDraft? before)
    {
        foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
        {
            var near = cue.FirstToken <= passage.AfterOpening + SourceReach;
            if (near && ViewHolders.TakeView(state.Tokens, cue, passage.EndToken) && !IsRejected(state, passage, cue.EndToken))
            {
                Apply(state, passage, cue.Senses.Has(CueSense.GeneralOpinion) && !cue.Senses.Has(CueSense.Opponent) ? commonView : opponents, cue);
                passage.IsOpponentsView = true;
            }
            else if (cue.Senses.Has(CueSense.Accordance))
            {
                ApplyAccordance(state, passage, cue);
            }
            else if (cue.Senses.HasAny(Reporting) && passage.AttributedTo is null && !ReportingVerbs.IsPartOfName(state.Tokens, passage, cue))
            {
                ReadSubject(state, passage, cue, before);
            }
        }

        // "Critics say that it is costly, and that it helps few": the report runs on to the end of its sentence.
        if (passage[Target.Reported] < 0 && before is { Attribution: AttributionKind.Reported } && before.Sentence == passage.Sentence
            && passage.Joint is Joint.Addition or Joint.Reason or Joint.Elaboration && before[Target.Reported] > 0)
        {
            passage.Apply(sameSentence, before.Span);
            Continue(passage, before);
        }
    }

    private static void Continue(PassageDraft passage, PassageDraft before)
    {
        passage.AttributedTo = before.AttributedTo;
        passage.IsOpponentsView = before.IsOpponentsView;
        passage.IsDisputedView = before.IsDisputedView;
    }

    private static void Apply(ExtractionState state, PassageDraft passage, Rule rule, CueMatch cue)
    {
        passage.Apply(rule, state.SpanOf(cue.FirstToken, cue.EndToken));
        passage.AttributedTo ??= Source(state, cue.FirstToken, passage.EndToken);
    }

    private void ApplyAccordance(ExtractionState state, PassageDraft passage, CueMatch cue)
    {
        passage.Apply(accordance, state.SpanOf(cue.FirstToken, cue.EndToken));
        // "In a letter to residents the mayor promised …": what follows names no source, the subject of the verb does.
        if (!NamesSource(state, cue))
            return;
        var end = cue.EndToken;
        while (end < passage.EndToken && state.Tokens[end].Kind != TokenKind.Punctuation && end < cue.EndToken + ReportingVerbs.Reach)
            end++;
        if (end > cue.EndToken)
            passage.AttributedTo ??= state.SpanOf(cue.EndToken, end).Of(state.Text);
    }

    /// <summary>"According to", "in the words of", "cited by": the source comes next.</summary>
    private static bool NamesSource(ExtractionState state, CueMatch cue) =>
        state.Tokens[cue.EndToken - 1].Span.In(state.Text) is "to" or "of" or "by" or "in" or "citing" or "quoting" or "Citing" or "Quoting";

    /// <summary>"Professor Lee argues that …", "They say that …".</summary>
    private void ReadSubject(ExtractionState state, PassageDraft passage, CueMatch verb, PassageDraft? before)
    {
        var tokens = state.Tokens;
        var first = ReportingVerbs.SubjectBefore(tokens, passage.AfterOpening, verb.FirstToken);
        // "The United States": a capital within the sentence makes a name of the word.
        if (verb.FirstToken <= first || tokens[verb.FirstToken].IsCapitalised || ReportingVerbs.IsPassive(tokens, verb) || ReportingVerbs.IsNoun(tokens, verb) || ReadAside(state, passage, verb) || !ReportingVerbs.ReportsClause(tokens, verb, passage.EndToken))
            return;
        var end = ReportingVerbs.EndOfSubject(tokens, first, verb.FirstToken);
        var subject = tokens.Between(first, end);
        var span = state.SpanOf(verb.FirstToken, verb.EndToken);
        if (subject.Length <= 2 && subject[0].Is(WordClass.SubjectPronoun) && subject[0].Is(WordClass.Anaphor) && !subject[0].Is(WordClass.Determiner))
        {
            if (before is { Attribution: AttributionKind.Reported })
            {
                passage.Apply(continued, span);
                Continue(passage, before);
            }
            else if (ReportingVerbs.SaysNow(tokens, first, verb))
            {
                passage.Apply(named, span);
                passage.AttributedTo = state.SpanOf(first, end).Of(state.Text);
            }

            return;
        }

        // What a thing shows or suggests is the author's own reading of it.
        var speaks = verb.Senses.Has(CueSense.Finding)
            ? ViewHolders.AreKnown(state, first, end)
            : ViewHolders.AreNamed(state, first, end) || ViewHolders.SpeakLikePersons(tokens, first, end, verb, passage.EndToken);
        if (verb.FirstToken > first + (tokens[end].IsPunctuation(',') && tokens[end + 1].Is(WordClass.Relative) ? ReportingVerbs.LongReach : ReportingVerbs.Reach) || !speaks)
            return;
        passage.Apply(named, span);
        passage.AttributedTo = state.SpanOf(ReportingVerbs.AfterAdverbial(tokens, first, end), end).Of(state.Text);
        passage.IsDisputedView = IsDisputed(tokens, verb, passage.FirstToken, verb.FirstToken);
    }

    /// <summary>A view that its holder defends without being an expert, or that a party to the matter takes.</summary>
    private static bool IsDisputed(TokenBuffer tokens, CueMatch verb, int first, int end) =>
        (verb.Senses.Has(CueSense.Disputing) || HasSense(tokens, first, end, CueSense.Party) || ViewHolders.SpeakInPlural(tokens, verb)) && !HasSense(tokens, first, end, CueSense.Expertise);

    /// <summary>"…, the administrators object, …", "…," says the chairman.</summary>
    private bool ReadAside(ExtractionState state, PassageDraft passage, CueMatch verb)
    {
        var tokens = state.Tokens;
        var before = verb.FirstToken - 1;
        while (before > passage.FirstToken && before >= verb.FirstToken - SourceWords && (tokens[before].Kind == TokenKind.Word || tokens[before].First is '\'' or '’'))
            before--;
        if (tokens[before].Kind != TokenKind.Punctuation || tokens[before].First is not (',' or '"' or '”' or '’' or '–' or '—'))
            return false;
        var ends = verb.EndToken >= passage.EndToken || tokens[verb.EndToken].Kind == TokenKind.Punctuation || tokens[verb.EndToken].Is(WordClass.Preposition | WordClass.Adverb);
        var (first, end) = (before + 1, verb.FirstToken);
        // "…, as my mother says."
        if (first + 1 < end && ends && tokens[first].Is(WordClass.Preposition) && tokens[first].Is(WordClass.Conjunction) && tokens[first].Is(WordClass.Adverb))
            first++;
        if (first == end)
        {
            // The verb stands before the one who speaks.
            end = first = verb.EndToken;
            while (end < passage.EndToken && end < first + SourceWords && tokens[end].Kind == TokenKind.Word && !tokens[end].Is(WordClass.Relative | WordClass.Preposition))
                end++;
            ends = first < end && (tokens[first].IsCapitalised || tokens[first].Is(WordClass.Determiner));
        }

        // "my mother" is somebody else, "I" is not.
        if (!ends || first >= end || tokens[first].Is(WordClass.FirstPersonSingular | WordClass.FirstPersonPlural | WordClass.Conjunction | WordClass.Relative | WordClass.SecondPerson) && !tokens[first].Is(WordClass.Determiner))
            return false;
        passage.Apply(named, state.SpanOf(verb.FirstToken, verb.EndToken));
        passage.AttributedTo = state.SpanOf(first, end).Of(state.Text);
        passage.IsDisputedView = IsDisputed(tokens, verb, first, end);
        return true;
    }

    /// <summary>"Those who think so are mistaken": the sentence is the author's answer, not the view it speaks of.</summary>
    private static bool IsRejected(ExtractionState state, PassageDraft passage, int from)
    {
        foreach (var cue in state.Tokens.CuesBetween(from, passage.EndToken))
            if (cue.Senses.Has(CueSense.Rejoinder) && cue.EndToken - cue.FirstToken > 1 && cue.EndToken >= passage.EndToken - 1)
                return true;
        return false;
    }

    private static bool HasSense(TokenBuffer tokens, int first, int end, CueSense sense)
    {
        foreach (var cue in tokens.CuesBetween(first, end))
            if (cue.Senses.Has(sense))
                return true;
        return false;
    }

    /// <summary>The words that name the holder: from the cue to the verb; null for "it is often said".</summary>
    private static string? Source(ExtractionState state, int first, int end)
    {
        var verb = first;
        while (verb < end && verb < first + ReportingVerbs.Reach && !IsVerb(state.Tokens, verb))
            verb++;
        if (verb == first || verb == end || state.Tokens[first].Is(WordClass.SubjectPronoun) && verb == first + 1 && !state.Tokens[first].Is(WordClass.Determiner))
            return null;
        return state.SpanOf(first, verb).Of(state.Text).TrimEnd(',', ' ');
    }

    private static bool IsVerb(TokenBuffer tokens, int token) =>
        tokens[token].Is(WordClass.Auxiliary | WordClass.Modal | WordClass.VerbThirdPerson | WordClass.VerbPast | WordClass.Relative)
        || tokens[token].Is(WordClass.Adverb) && !tokens[token].Is(WordClass.Determiner | WordClass.Adjective)
        // "the common view": after an adjective it is a noun.
        || tokens[token].Is(WordClass.VerbBase) && !(token > 0 && tokens[token - 1].Is(WordClass.Adjective | WordClass.Determiner))
        || tokens[token].Kind == TokenKind.Punctuation;
}
