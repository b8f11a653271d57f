using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>What the wording of a passage tells of its role.</summary>
internal sealed class RoleWordingRules(RuleCatalogue rules)
{
    private const int Fragment = 4;

    /// <summary>Without a verb even more words state nothing.</summary>
    private const int LongFragment = 8;
    private const int InferenceReach = 10;

    private readonly Rule reason = rules["role.reason"];
    private readonly Rule example = rules["role.example"];
    private readonly Rule deontic = rules["role.deontic"];
    private readonly Rule deonticAside = rules["role.deontic-aside"];
    private readonly Rule imperative = rules["role.imperative"];
    private readonly Rule evaluation = rules["role.evaluation"];
    private readonly Rule opinion = rules["role.opinion"];
    private readonly Rule position = rules["role.position"];
    private readonly Rule therefore = rules["role.therefore"];
    private readonly Rule summing = rules["role.summing-up"];
    private readonly Rule point = rules["role.point"];
    private readonly Rule question = rules["role.question"];
    private readonly Rule roadmap = rules["role.roadmap"];
    private readonly Rule debate = rules["role.debate"];
    private readonly Rule agenda = rules["role.agenda"];
    private readonly Rule statistic = rules["role.statistic"];
    private readonly Rule testimony = rules["role.testimony"];
    private readonly Rule account = rules["role.account"];
    private readonly Rule anaphor = rules["role.goes-on"];
    private readonly Rule fragment = rules["role.fragment"];
    private readonly Rule otherSide = rules["role.other-side"];
    private readonly Rule objection = rules["role.objection"];
    private readonly Rule backgroundView = rules["role.background-view"];
    private readonly Rule scene = rules["role.scene"];
    private readonly Rule assurance = rules["role.assurance"];
    private readonly Rule value = rules["role.value"];
    private readonly Rule condition = rules["role.condition"];
    private readonly Rule names = rules["role.names"];
    private readonly Rule past = rules["role.past"];
    private readonly Rule asked = rules["role.asked"];
    private readonly Rule salutation = rules["role.salutation"];
    private readonly Rule general = rules["role.general"];
    private readonly Rule askedInside = rules["role.question-inside"];

    private static readonly CueSenses Reasons = CueSenses.Of(CueSense.Because, CueSense.PremiseOpener, CueSense.EvidencedBy);
    private static readonly CueSenses Points = CueSenses.Of(CueSense.FirstPoint, CueSense.NextPoint, CueSense.LastPoint, CueSense.OneSide, CueSense.OtherSide);

    public void Apply(ExtractionState state, PassageDraft passage)
    {
        Connectives(state, passage);
        Attitude(state, passage);
        Background(state, passage);
        Facts(state, passage);
    }

    private void Connectives(ExtractionState state, PassageDraft passage)
    {
        var opensParagraph = passage.Sentence == state.ParagraphOf(passage).FirstSentence;
        if (passage.Joint == Joint.Reason || passage.Opening.HasAny(Reasons) && !passage.Opens(CueSense.Therefore) && !(opensParagraph && passage.Opening.HasAny(Points)))
            passage.Apply(reason, state.OpeningSpan(passage));
        if (passage.Traits.Words >= Fragment && !passage.Has(CueSense.Roadmap) && EvidenceKindStage.ExampleCue(state, passage) is { } announced)
            passage.Apply(example, announced);
        if (passage.Opens(CueSense.InConclusion))
            passage.Apply(summing, state.OpeningSpan(passage));
        else if (Inference(state, passage) is { } conclusive)
            passage.Apply(therefore, conclusive);
        if (opensParagraph && passage.Opening.HasAny(Points) && LeadIns.Find(state, passage) is null)
            passage.Apply(point, state.OpeningSpan(passage));
    }

    /// <summary>"Therefore" and the like; "as a result" tells of an effect and concludes nothing.</summary>
    private static TextSpan? Inference(ExtractionState state, PassageDraft passage)
    {
        if (passage.Has(CueSense.Therefore))
            foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
                if (cue.Senses.Has(CueSense.Therefore) && cue.Senses.Has(CueSense.ResultClause) && cue.FirstToken <= passage.AfterOpening + InferenceReach)
                    return state.SpanOf(cue.FirstToken, cue.EndToken);
        return null;
    }

    private void Attitude(ExtractionState state, PassageDraft passage)
    {
        if (Demands.Find(state, passage) is { } demand)
            passage.Apply(demand.Main ? deontic : deonticAside, demand.Span);
        else if (passage.Traits.IsImperative && !passage.Has(CueSense.Example))
            passage.Apply(imperative, passage.Span);
        else if (state.Find(passage, CueSense.Evaluation) is { } judged)
            passage.Apply(evaluation, judged);
        if (state.Find(passage, CueSense.Opinion) is { } view)
        {
            passage.Apply(opinion, view);
            if (state.ParagraphOf(passage).Zone == Zone.Introduction && passage.Attribution == AttributionKind.Author)
                passage.Apply(position, view);
        }

        if (state.Find(passage, CueSense.Assurance) is { } sure)
            passage.Apply(assurance, sure);
        if ((state.Find(passage, CueSense.Advantage) ?? state.Find(passage, CueSense.Importance)) is { } matters)
            passage.Apply(value, matters);
        if (passage.Opens(CueSense.Condition))
            passage.Apply(condition, state.OpeningSpan(passage));
        if (passage.Stance == Stance.Opp && passage.Joint != Joint.Reason)
            passage.Apply(otherSide, state.OpeningSpan(passage));
        if (passage.Attribution == AttributionKind.Reported && IsObjection(passage))
            passage.Apply(state.ParagraphOf(passage).Zone == Zone.Introduction ? backgroundView : objection, state.OpeningSpan(passage));
    }

    /// <summary>A view that the text answers, and not one that it relies on.</summary>
    private static bool IsObjection(PassageDraft passage) =>
        passage.IsOpponentsView || passage.IsDisputedView && passage.Stance == Stance.Opp;

    private void Background(ExtractionState state, PassageDraft passage)
    {
        if (passage.Traits.IsQuestion)
        {
            passage.Apply(asked, passage.Span);
            passage.Apply(IsInside(state, passage) ? askedInside : question, passage.Span);
        }

        if (state.ParagraphOf(passage).Zone == Zone.Introduction && state.Find(passage, CueSense.Announcement) is { } setting)
            passage.Apply(scene, setting);
        if (state.Find(passage, CueSense.Roadmap) is { } plan)
            passage.Apply(roadmap, plan);
        if (state.Find(passage, CueSense.Debate) is { } disputed)
            passage.Apply(debate, disputed);
        if (state.Find(passage, CueSense.Agenda) is { } news && !passage.Traits.IsQuestion && !passage.IsThesis)
            passage.Apply(agenda, news);
        if (IsSalutation(state, passage))
            passage.Apply(salutation, passage.Span);
        else if (passage.Traits.Words < Fragment
            || passage.Traits.Words < LongFragment && !passage.Traits.IsImperative && Clauses.FiniteVerb(state.Tokens, passage.FirstToken, passage.EndToken) < 0)
            passage.Apply(fragment, passage.Span);
        if (state.RefersBack(passage))
            passage.Apply(anaphor, state.Tokens[passage.AfterOpening].Span);
    }

    /// <summary>"Dear editor," and "Yours faithfully,": a line without a verb and without a full stop.</summary>
    private static bool IsSalutation(ExtractionState state, PassageDraft passage) =>
        passage.Traits.Words <= Fragment && passage.EndToken > passage.FirstToken && state.Tokens[passage.EndToken - 1].IsPunctuation(',')
        && state.BlockOf(state.Sentences[passage.Sentence]).Span.Length <= passage.Span.Length + 2;

    private static bool IsInside(ExtractionState state, PassageDraft passage) =>
        state.IsEssay && state.ParagraphOf(passage) is { Zone: Zone.Body } paragraph && paragraph.FirstSentence != passage.Sentence;

    private void Facts(ExtractionState state, PassageDraft passage)
    {
        // A general remark in the past tense opens many introductions; a case has names.
        if (passage.EvidenceKind == EvidenceKind.Example && passage.Traits.Names == 0 && state.ParagraphOf(passage).Zone == Zone.Introduction)
            return;
        var rule = passage.EvidenceKind switch
        {
            EvidenceKind.Statistic => statistic,
            // What opponents say is their claim.
            EvidenceKind.Testimony when !IsObjection(passage) => testimony,
            EvidenceKind.Example when passage.Traits.Words >= Fragment && !passage.Has(CueSense.Roadmap) => account,
            _ => null,
        };
        if (rule is not null)
            passage.Apply(rule, passage.Span);
        if (!state.IsEssay)
            return;
        if (passage.Traits.Names > 0)
            passage.Apply(names, passage.Span);
        if (passage.Traits is { PastVerbs: > 0, PresentVerbs: 0, Modals: 0 })
            passage.Apply(past, passage.Span);
        else if (IsGeneral(state, passage))
            passage.Apply(general, passage.Span);
    }

    /// <summary>Names nobody, counts nothing, and tells of no event; what a planned text says in general may as well be a ground.</summary>
    private static bool IsGeneral(ExtractionState state, PassageDraft passage) =>
        !state.IsPlanned && passage.EvidenceKind is null or EvidenceKind.Reason
        && passage.Traits is { Names: 0, Figures: 0, NumberWords: 0, Years: 0, QuotedWords: 0, PastVerbs: 0, IsQuestion: false }
        && passage.Joint != Joint.Reason && !state.RefersBack(passage);
}
