using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Scores every passage as what the document argues for. The side stage chooses.</summary>
internal sealed class ThesisStage(RuleCatalogue rules) : IExtractionStage
{
    private readonly Rule first = rules["thesis.first"];
    private readonly Rule last = rules["thesis.last"];
    private readonly Rule endOfIntroduction = rules["thesis.end-of-introduction"];
    private readonly Rule introduction = rules["thesis.introduction"];
    private readonly Rule conclusionZone = rules["thesis.conclusion-zone"];
    private readonly Rule lateDemand = rules["thesis.late-demand"];
    private readonly Rule lastWord = rules["thesis.last-word"];
    private readonly Rule outsideEnds = rules["thesis.in-the-body"];
    private readonly Rule guessedEnd = rules["thesis.guessed-introduction"];
    private readonly Rule early = rules["thesis.early"];
    private readonly Rule onlyTells = rules["thesis.only-tells"];
    private readonly Rule heading = rules["thesis.not-a-heading"];
    private readonly Rule deontic = rules["thesis.deontic"];
    private readonly Rule deonticAside = rules["thesis.deontic-aside"];
    private readonly Rule imperative = rules["thesis.imperative"];
    private readonly Rule necessity = rules["thesis.necessity"];
    private readonly Rule evaluation = rules["thesis.evaluation"];
    private readonly Rule conclusion = rules["thesis.conclusion"];
    private readonly Rule opinion = rules["thesis.opinion"];
    private readonly Rule argued = rules["thesis.argued-for"];
    private readonly Rule topic = rules["thesis.topic"];
    private readonly Rule title = rules["thesis.title"];
    private readonly Rule reason = rules["thesis.not-a-reason"];
    private readonly Rule concession = rules["thesis.not-a-concession"];
    private readonly Rule addition = rules["thesis.not-one-more-point"];
    private readonly Rule anaphor = rules["thesis.leans-on-others"];
    private readonly Rule question = rules["thesis.not-a-question"];
    private readonly Rule plan = rules["thesis.not-a-plan"];
    private readonly Rule noClause = rules["thesis.no-clause"];
    private readonly Rule condition = rules["thesis.not-a-condition"];
    private readonly Rule hedge = rules["thesis.only-possible"];
    private readonly Rule past = rules["thesis.not-a-story"];
    private readonly Rule alreadySaid = rules["thesis.already-announced"];
    private readonly Rule figures = rules["thesis.gives-figures"];
    private readonly Rule noSubject = rules["thesis.no-subject"];
    private readonly Rule secondDemand = rules["thesis.second-demand"];
    private readonly Rule source = rules["thesis.not-a-source"];

    /// <summary>Where the first part of a text ends that may hold its thesis outside the introduction.</summary>
    private const double EarlyShare = 0.6;

    /// <summary>A text that has demanded nothing up to here keeps what it asks for to its end.</summary>
    private const double FirstPart = 0.4;

    /// <summary>From this cosine on, a passage speaks of what the title speaks of.</summary>
    private const double LikeTheTitle = 0.15;

    /// <summary>A passage with fewer words of its own names no subject.</summary>
    private const int FewestTerms = 2;

    private static readonly CueSenses Reasons = CueSenses.Of(CueSense.Because, CueSense.PremiseOpener, CueSense.EvidencedBy, CueSense.Example);
    private static readonly CueSenses Concessions = CueSenses.Of(CueSense.Concession, CueSense.Although, CueSense.Despite, CueSense.EvenIf, CueSense.Opponent);

    private static readonly CueSenses Attitudes = CueSenses.Of(
        CueSense.Deontic, CueSense.Necessity, CueSense.Evaluation, CueSense.Opinion, CueSense.Thesis, CueSense.Therefore, CueSense.InConclusion, CueSense.Assurance,
        CueSense.Importance, CueSense.Advantage, CueSense.Prediction, CueSense.Possibility, CueSense.Emphasis, CueSense.Causal, CueSense.Negation);

    public void Run(ExtractionState state)
    {
        var central = MostCentral(state);
        var comesLate = ComesLate(state);
        var announced = Announced(state);
        for (var i = 0; i < state.Passages.Count; i++)
        {
            var passage = state.Passages[i];
            Place(state, passage, comesLate, announced);
            Wording(state, passage);
            Support(state, passage, i);
            if (state.IsEssay && state.Terms.CountOf(i) < FewestTerms)
                passage.Apply(noSubject, passage.Span);
            if (i > 0 && passage.Joint == Joint.Addition && state.Passages[i - 1].Sentence == passage.Sentence && Demands.Find(state, state.Passages[i - 1]) is { Main: true })
                passage.Apply(secondDemand, state.Passages[i - 1].Span);
            if (i == central)
                passage.Apply(topic, passage.Span);
            if (i > 0 && HasTitle(state) && state.Terms.Similarity(0, i) >= LikeTheTitle)
                passage.Apply(title, state.Passages[0].Span);
        }
    }

    private static bool HasTitle(ExtractionState state) => state.ParagraphOf(state.Passages[0]).Zone == Zone.Heading;

    private void Place(ExtractionState state, PassageDraft passage, bool comesLate, TextSpan? announced)
    {
        var paragraph = state.ParagraphOf(passage);
        if (paragraph.Zone == Zone.Heading)
        {
            passage.Apply(heading, passage.Span);
        }
        else if (!state.IsEssay)
        {
            if (passage.Sentence == FirstSentence(state))
                passage.Apply(first, passage.Span);
            if (passage.Sentence == state.Sentences.Count - 1)
                passage.Apply(last, passage.Span);
        }
        else if (paragraph.Zone == Zone.Introduction)
        {
            passage.Apply(introduction, passage.Span);
            // A column that opens with a story or with news says there what it tells of, not what it argues.
            if (passage.Sentence == paragraph.EndSentence - 1 && (state.IsPlanned || TakesStand(passage)))
                passage.Apply(IsGuessed(state, paragraph) ? guessedEnd : endOfIntroduction, passage.Span);
        }
        else if (paragraph.Zone == Zone.Conclusion)
        {
            passage.Apply(conclusionZone, passage.Span);
            if (announced is { } stand)
                passage.Apply(alreadySaid, stand);
            if (comesLate)
                Late(state, passage);
        }
        else
        {
            passage.Apply(IsEarly(state, passage) || !state.IsPlanned && Demands.Find(state, passage) is { Main: true } ? early : outsideEnds, passage.Span);
        }
    }

    /// <summary>Columns often keep what they ask for to the end.</summary>
    private void Late(ExtractionState state, PassageDraft passage)
    {
        if (Demands.Find(state, passage) is { Main: true } demand)
            passage.Apply(lateDemand, demand.Span);
        if (passage.Sentence == state.Sentences.Count - 1 && !passage.Traits.IsQuestion)
            passage.Apply(lastWord, passage.Span);
    }

    /// <summary>A text without a plan that has neither demanded anything nor told its opinion in its first part.</summary>
    private static bool ComesLate(ExtractionState state)
    {
        if (state.IsPlanned || !state.IsEssay)
            return false;
        foreach (var passage in state.Passages)
            if (passage.Sentence < FirstPart * state.Sentences.Count && state.ParagraphOf(passage).Zone != Zone.Heading && passage.Attribution == AttributionKind.Author
                && (passage.Has(CueSense.Opinion) || Demands.Find(state, passage) is { Main: true }))
                return false;
        return true;
    }

    /// <summary>The words with which the introduction of a planned text announces the position of its author.</summary>
    private static TextSpan? Announced(ExtractionState state)
    {
        if (state.IsPlanned)
            foreach (var passage in state.Passages)
                if (state.ParagraphOf(passage).Zone == Zone.Introduction && passage.Attribution == AttributionKind.Author && !passage.Has(CueSense.Roadmap)
                    && (state.Find(passage, CueSense.Thesis) ?? (passage.Sentence == state.ParagraphOf(passage).EndSentence - 1 ? state.Find(passage, CueSense.Opinion) : null)) is { } words)
                    return words;
        return null;
    }

    /// <summary>What follows from the background of an introduction is not what the text concludes.</summary>
    private static bool IsBeforeEndOfIntroduction(ExtractionState state, PassageDraft passage) =>
        state.IsEssay && state.ParagraphOf(passage) is { Zone: Zone.Introduction } paragraph && passage.Sentence < paragraph.EndSentence - 1;

    private static bool TakesStand(PassageDraft passage) => passage.Senses.HasAny(Attitudes) || passage.Traits.IsImperative;

    /// <summary>No break of the layout ends the introduction.</summary>
    private static bool IsGuessed(ExtractionState state, ParagraphDraft introduction) =>
        introduction.EndSentence < state.Sentences.Count && state.Paragraphs[state.Sentences[introduction.EndSentence].Paragraph].IsGuessed;

    /// <summary>Columns tell a story first and come to the point after it; planned texts don't.</summary>
    private static bool IsEarly(ExtractionState state, PassageDraft passage) =>
        !state.IsPlanned && passage.Sentence < EarlyShare * state.Sentences.Count;

    private static int FirstSentence(ExtractionState state)
    {
        var sentence = 0;
        while (sentence < state.Sentences.Count - 1 && state.Paragraphs[state.Sentences[sentence].Paragraph].Zone == Zone.Heading)
            sentence++;
        return sentence;
    }

    private void Wording(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        if (Demands.Find(state, passage) is { } demand)
            passage.Apply(demand.Main ? deontic : deonticAside, demand.Span);
        else if (passage.Traits.IsImperative && !passage.Has(CueSense.Example))
            passage.Apply(imperative, passage.Span);
        else if (state.Find(passage, CueSense.Necessity) is { } need)
            passage.Apply(necessity, need);
        else if (state.Find(passage, CueSense.Evaluation) is { } judgement)
            passage.Apply(evaluation, judgement);
        if ((passage.Opening | state.EarlySenses(passage)).HasAny(CueSenses.Of(CueSense.Therefore, CueSense.InConclusion)) && !IsBeforeEndOfIntroduction(state, passage)
            && (state.Find(passage, CueSense.Therefore) ?? state.Find(passage, CueSense.InConclusion)) is { } conclusive)
            passage.Apply(conclusion, conclusive);
        if ((state.Find(passage, CueSense.Thesis) ?? state.Find(passage, CueSense.Opinion)) is { } own)
            passage.Apply(opinion, own);
        if (passage.Opening.HasAny(CueSenses.Of(CueSense.Addition, CueSense.NextPoint, CueSense.LastPoint)) && !passage.Opens(CueSense.InConclusion))
            passage.Apply(addition, state.OpeningSpan(passage));
        if (passage.Joint == Joint.Elaboration)
            passage.Apply(anaphor, state.OpeningSpan(passage));
        else if (state.RefersBack(passage) && !passage.Opens(CueSense.Condition) && !LooksAhead(tokens, passage))
            passage.Apply(anaphor, tokens[passage.AfterOpening].Span);
        if (passage.EndToken > passage.FirstToken && tokens[passage.EndToken - 1].IsPunctuation('?'))
            passage.Apply(question, tokens[passage.EndToken - 1].Span);
        if (!passage.Traits.IsImperative && Clauses.FiniteVerb(tokens, passage.FirstToken, passage.EndToken) < 0)
            passage.Apply(noClause, passage.Span);
        if (state.Find(passage, CueSense.Roadmap) is { } announced)
            passage.Apply(plan, announced);
        if (passage.Opens(CueSense.Condition))
            passage.Apply(condition, state.OpeningSpan(passage));
        if (Demands.Find(state, passage) is null && state.Find(passage, CueSense.Possibility) is { } possible)
            passage.Apply(hedge, possible);
        if (state.IsEssay && passage.Traits is { Figures: > 0 } or { Amounts: > 0 } && Demands.Find(state, passage) is not { Main: true })
            passage.Apply(figures, passage.Span);
        if (state.IsEssay && !TakesStand(passage))
            passage.Apply(onlyTells, passage.Span);
        if (state.Find(passage, CueSense.Past) is { } then)
            passage.Apply(past, then);
        else if (passage.Traits is { PastVerbs: > 0, PresentVerbs: 0, Modals: 0 })
            passage.Apply(past, passage.Span);
    }

    private void Support(ExtractionState state, PassageDraft passage, int index)
    {
        if (passage.Joint == Joint.Reason || passage.Opening.HasAny(Reasons))
            passage.Apply(reason, state.OpeningSpan(passage));
        if (passage.Joint is Joint.Concession or Joint.Exception || passage.Opening.HasAny(Concessions))
            passage.Apply(concession, state.OpeningSpan(passage));
        if (passage.Attribution == AttributionKind.Reported)
            passage.Apply(source, passage.Span);
        if (index + 1 < state.Passages.Count && state.Passages[index + 1] is var next
            && (next.Joint == Joint.Reason || next.Opening.HasAny(CueSenses.Of(CueSense.Because, CueSense.PremiseOpener, CueSense.FirstPoint))))
            passage.Apply(argued, state.OpeningSpan(next));
    }

    /// <summary>"It is necessary that …", "There should be …": the pronoun stands for nothing said before.</summary>
    private static bool LooksAhead(TokenBuffer tokens, PassageDraft passage) =>
        tokens[passage.AfterOpening] is { First: 'i' or 'I' or 't' or 'T' } word
        && (word.End - word.Start == 2 || word.Is(WordClass.Contraction) || word.End - word.Start == 5 && !word.Is(WordClass.Determiner));

    /// <summary>The passage whose words run through the most others; in a long text every passage is a candidate for something else.</summary>
    private static int MostCentral(ExtractionState state)
    {
        if (state.IsEssay)
            return -1;
        var best = -1;
        for (var i = 0; i < state.Passages.Count; i++)
            if (state.Terms.CountOf(i) >= 3 && (best < 0 || state.Terms.Centrality(i) > state.Terms.Centrality(best)))
                best = i;
        return best >= 0 && state.Terms.Centrality(best) > 0 ? best : -1;
    }
}
