using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Sides;

/// <summary>The rules from which the side of a passage is read.</summary>
internal sealed class SideRules(RuleCatalogue rules)
{
    private const int MarkReach = 7;

    /// <summary>In sentences: an answer that comes later answers less than the whole paragraph before it.</summary>
    private const int TurnReach = 4;

    private static readonly CueSenses Turning = CueSenses.Of(CueSense.Contrast, CueSense.ContrastAdverb, CueSense.Rejoinder, CueSense.OtherSide);
    private static readonly CueSenses Answering = CueSenses.Of(CueSense.Contrast, CueSense.Rejoinder);
    private static readonly CueSenses Continuing = CueSenses.Of(CueSense.Because, CueSense.Addition, CueSense.Therefore, CueSense.PremiseOpener, CueSense.Example, CueSense.Restatement, CueSense.LastPoint);
    private static readonly CueSenses Granting = CueSenses.Of(CueSense.Concession, CueSense.Although, CueSense.EvenIf, CueSense.Despite);

    private static readonly CueSenses Subordinate = CueSenses.Of(CueSense.Although, CueSense.EvenIf, CueSense.Despite);

    private readonly Rule author = rules["stance.author"];
    private readonly Rule thesis = rules["stance.thesis"];
    private readonly Rule granted = rules["stance.concession"];
    private readonly Rule clause = rules["stance.concession-clause"];
    private readonly Rule mark = rules["stance.concession-mark"];
    private readonly Rule reported = rules["stance.reported"];
    private readonly Rule disputed = rules["stance.disputed"];
    private readonly Rule otherSide = rules["stance.other-side"];
    private readonly Rule below = rules["stance.below-objection"];
    private readonly Rule beforeTurn = rules["stance.before-turn"];
    private readonly Rule possible = rules["stance.possible"];
    private readonly Rule exception = rules["stance.exception"];
    private readonly Rule demand = rules["stance.demand"];
    private readonly Rule conclusion = rules["stance.conclusion"];
    private readonly Rule opinion = rules["stance.opinion"];
    private readonly Rule answered = rules["stance.answered"];
    private readonly Rule turned = rules["stance.turns-against"];
    private readonly Rule sameAfterTurn = rules["stance.no-turn"];
    private readonly Rule continued = rules["stance.continued"];
    private readonly Rule neighbour = rules["stance.neighbour"];

    public void Score(ExtractionState state, PassageDraft passage)
    {
        passage.Apply(author, passage.Span);
        if (state.ParagraphOf(passage).Zone == Zone.Heading)
            return;
        var turns = passage.Opening.HasAny(Turning) || passage.Joint == Joint.Contrast;
        if (passage.Joint == Joint.Concession)
            passage.Apply(clause, state.OpeningSpan(passage));
        else if (passage.Joint == Joint.Exception)
            passage.Apply(exception, state.OpeningSpan(passage));
        else if (!turns && passage.Opening.HasAny(Granting) && !HoldsMainClause(state, passage))
            passage.Apply(granted, state.OpeningSpan(passage));
        else if (!turns && Mark(state, passage) is { } marked)
            passage.Apply(mark, state.Tokens[marked].Span);
        if (passage.Attribution == AttributionKind.Reported && !turns && passage.IsOpponentsView)
            passage.Apply(reported, state.OpeningSpan(passage));
        else if (passage.Attribution == AttributionKind.Reported && !turns && passage.IsDisputedView && (passage.Traits.Figures == 0 || HasParty(state, passage)) && (OpensParagraph(state, passage) || InPlannedIntroduction(state, passage)))
            passage.Apply(disputed, state.OpeningSpan(passage));
        if (passage.Opens(CueSense.OtherSide) && OpensParagraph(state, passage))
            passage.Apply(otherSide, state.OpeningSpan(passage));
        if (!turns && passage.Attribution == AttributionKind.Author && state.Find(passage, CueSense.Possibility) is { } hedge && IsHedge(state, passage))
            passage.Apply(possible, hedge);
        if (state.Find(passage, CueSense.Deontic) is { } ought && passage.Joint != Joint.Concession)
            passage.Apply(demand, ought);
        if (passage.Opens(CueSense.Therefore) && passage.Joint != Joint.Concession)
            passage.Apply(conclusion, state.OpeningSpan(passage));
        if (state.Find(passage, CueSense.Thesis) is { } own)
            passage.Apply(opinion, own);
    }

    /// <summary>What follows an objection in its paragraph belongs to it, until something turns against it.</summary>
    public void ScoreParagraph(ExtractionState state, ParagraphDraft paragraph)
    {
        if (paragraph.Zone != Zone.Body || !state.IsEssay)
            return;
        var first = state.Sentences[paragraph.FirstSentence].FirstPassage;
        var objection = state.Passages[first];
        if (TurnWithin(state, paragraph) is { } turn)
            for (var i = first; i < turn; i++)
                if (!state.Passages[i].Opens(CueSense.Therefore))
                    state.Passages[i].Apply(beforeTurn, state.OpeningSpan(state.Passages[turn]));
        if (!OpensOtherSide(state, objection))
            return;
        for (var i = first + 1; i < state.Sentences[paragraph.EndSentence - 1].EndPassage && !EndsObjection(state, i); i++)
            state.Passages[i].Apply(below, objection.Span);
    }

    /// <summary>The passage that opens one of the next sentences of a paragraph with a turn; null when none does or the paragraph opens with one.</summary>
    private static int? TurnWithin(ExtractionState state, ParagraphDraft paragraph)
    {
        if (state.Passages[state.Sentences[paragraph.FirstSentence].FirstPassage].Opening.HasAny(Turning))
            return null;
        var reach = Math.Min(paragraph.EndSentence, paragraph.FirstSentence + TurnReach);
        for (var sentence = paragraph.FirstSentence + 1; sentence < reach; sentence++)
            if (state.Passages[state.Sentences[sentence].FirstPassage].Opening.HasAny(Answering))
                return state.Sentences[sentence].FirstPassage;
        return null;
    }

    private static bool OpensParagraph(ExtractionState state, PassageDraft passage) => state.ParagraphOf(passage).FirstSentence == passage.Sentence;

    private static bool InPlannedIntroduction(ExtractionState state, PassageDraft passage) =>
        state.IsPlanned && state.ParagraphOf(passage).Zone == Zone.Introduction;

    private static bool HasParty(ExtractionState state, PassageDraft passage) => state.EarlySenses(passage).Has(CueSense.Party);

    private static bool OpensOtherSide(ExtractionState state, PassageDraft passage) =>
        passage.Attribution == AttributionKind.Reported && (passage.IsOpponentsView || passage.IsDisputedView && HasParty(state, passage))
        || passage.Opens(CueSense.OtherSide)
        || !passage.Opening.HasAny(Turning) && (passage.Opening.HasAny(Granting) || Mark(state, passage) is not null);

    private static bool EndsObjection(ExtractionState state, int index)
    {
        var (before, passage) = (state.Passages[index - 1], state.Passages[index]);
        return Turns(state, before, passage) || passage.Has(CueSense.Opinion) || passage.Has(CueSense.Deontic) || passage.Has(CueSense.Rejoinder)
            || passage.Traits.IsQuestion || state.Tokens[passage.FirstToken].Is(WordClass.Negation) && passage.Sentence != before.Sentence
            || passage.Attribution == AttributionKind.Reported && passage.Has(CueSense.Expertise);
    }

    public void Fix(PassageDraft passage) => passage.Apply(thesis, passage.Span);

    public SideLink LinkBefore(ExtractionState state, int index)
    {
        var (before, passage) = (state.Passages[index - 1], state.Passages[index]);
        if (Turns(state, before, passage))
            return new(SideLinkKind.Turns, turned.Weight, answered.Weight, sameAfterTurn.Weight);
        if (passage.Joint is Joint.Reason or Joint.Result or Joint.Addition or Joint.Elaboration
            || passage.Opening.HasAny(Continuing) && (before.IsOpponentsView || !passage.IsOpponentsView))
            return new(SideLinkKind.Continues, 0, 0, continued.Weight);
        return state.ParagraphOf(before) != state.ParagraphOf(passage)
            ? new(SideLinkKind.Apart, 0, 0, 0)
            : new(SideLinkKind.Loose, 0, 0, neighbour.Weight);
    }

    /// <summary>Notes on the passage that stands on the other side what put it there.</summary>
    public void Explain(ExtractionState state, int index, SideLink link, bool wasOpposing, bool isOpposing)
    {
        var (before, passage) = (state.Passages[index - 1], state.Passages[index]);
        if (link.Kind == SideLinkKind.Turns && wasOpposing && !isOpposing)
            before.Apply(answered, state.OpeningSpan(passage));
        else if (link.Kind == SideLinkKind.Turns && !wasOpposing && isOpposing)
            passage.Apply(turned, state.OpeningSpan(passage));
        else if (link.Kind == SideLinkKind.Continues && wasOpposing && isOpposing)
            passage.Apply(continued, before.Span);
        else if (link.Kind == SideLinkKind.Loose && wasOpposing && isOpposing)
            passage.Apply(neighbour, before.Span);
    }

    /// <summary>Whether a passage turns against the one before it.</summary>
    public static bool Turns(ExtractionState state, PassageDraft before, PassageDraft passage)
    {
        if (ComparesFacts(state, before, passage))
            return false;
        if (passage.Joint == Joint.Contrast || passage.Opening.HasAny(Turning))
            return true;
        // "Though …, …": the main clause outweighs what it follows; so does one before "although …".
        if (before.Sentence == passage.Sentence && (before.Joint == Joint.Concession || passage.Joint is Joint.Concession or Joint.Exception))
            return true;
        return Aside(state, passage, CueSense.ContrastAdverb) >= 0;
    }

    /// <summary>"Although …, they agree": where the sentence could not be cut, its main clause decides.</summary>
    private static bool HoldsMainClause(ExtractionState state, PassageDraft passage)
    {
        if (!passage.Opening.HasAny(Subordinate) || passage.Opens(CueSense.Concession))
            return false;
        for (var i = passage.AfterOpening + 1; i < passage.EndToken - 1; i++)
            if (state.Tokens[i].IsPunctuation(','))
                return true;
        return false;
    }

    /// <summary>"Prison costs $41,000, while treatment costs $9,500": a contrast of figures, or of two sides of one story, speaks for one side.</summary>
    private static bool ComparesFacts(ExtractionState state, PassageDraft before, PassageDraft passage) =>
        before.Sentence == passage.Sentence && passage.Joint == Joint.Contrast
        && (HasFigures(before) && HasFigures(passage)
            || state.Tokens.CueAt(passage.FirstToken).Senses.Has(CueSense.While) && TellsOfPast(before) && TellsOfPast(passage));

    private static bool TellsOfPast(PassageDraft passage) => passage.Traits is { PastVerbs: > 0, PresentVerbs: 0, Modals: 0 };

    private static bool HasFigures(PassageDraft passage) => passage.Traits.Figures + passage.Traits.NumberWords > 0;

    /// <summary>"may" and "might": granted for the sake of argument; "can", "could" and "would" are not.</summary>
    private static bool IsHedge(ExtractionState state, PassageDraft passage)
    {
        foreach (ref readonly var token in state.TokensOf(passage))
            if (token.Is(WordClass.Modal) && token.First is 'm' && state.Text[token.Start + 1] is 'a' or 'i')
                return true;
        return false;
    }

    /// <summary>"… does admittedly seem harsh", "The camera could of course be better".</summary>
    private static int? Mark(ExtractionState state, PassageDraft passage)
    {
        if (!passage.Has(CueSense.Concession))
            return null;
        if (Aside(state, passage, CueSense.Concession) is >= 0 and var token)
            return token;
        // "…, I admit." at the end.
        foreach (var cue in state.Tokens.CuesBetween(Math.Max(passage.FirstToken + 1, passage.EndToken - MarkReach), passage.EndToken))
            if (cue.Senses.Has(CueSense.Concession) && state.Tokens[cue.FirstToken - 1].IsPunctuation(',') && cue.EndToken >= passage.EndToken - 2)
                return cue.FirstToken;
        return null;
    }

    /// <summary>A cue that stands near the beginning, inside the clause, as in "This, however, is wrong"; -1 when there is none.</summary>
    private static int Aside(ExtractionState state, PassageDraft passage, CueSense sense)
    {
        if (!passage.Has(sense))
            return -1;
        var reach = Math.Min(passage.EndToken, passage.AfterOpening + MarkReach);
        foreach (var cue in state.Tokens.CuesBetween(passage.AfterOpening, reach))
            if (cue.Senses.Has(sense) && IsSetOff(state.Tokens, passage, cue, sense))
                return cue.FirstToken;
        return -1;
    }

    /// <summary>Between commas, or next to the verb for words that only concede.</summary>
    private static bool IsSetOff(TokenBuffer tokens, PassageDraft passage, CueMatch cue, CueSense sense) =>
        sense == CueSense.Concession
            ? !tokens[cue.FirstToken].Is(WordClass.Adjective)
            : cue.FirstToken > passage.FirstToken && tokens[cue.FirstToken - 1].IsPunctuation(',')
                && cue.EndToken < passage.EndToken && tokens[cue.EndToken].IsPunctuation(',');
}
