using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>What the passages around a passage tell of its role.</summary>
internal sealed class RoleNeighbourRules(RuleCatalogue rules)
{
    private readonly Rule arguedFor = rules["role.argued-for"];
    private readonly Rule afterLeadIn = rules["role.after-lead-in"];
    private readonly Rule conclusionToCome = rules["role.conclusion-to-come"];
    private readonly Rule comesToConclusion = rules["role.comes-to-conclusion"];
    private readonly Rule answer = rules["role.answer"];
    private readonly Rule answersParagraph = rules["role.answers-paragraph"];
    private readonly Rule counters = rules["role.counters"];
    private readonly Rule afterFacts = rules["role.after-facts"];
    private readonly Rule subject = rules["role.on-the-subject"];

    /// <summary>From this cosine on, a passage speaks of what the title or the thesis speaks of.</summary>
    private const double OnTheSubject = 0.18;

    private static readonly CueSenses Reasons = CueSenses.Of(CueSense.Because, CueSense.PremiseOpener, CueSense.EvidencedBy);
    private static readonly CueSenses Points = CueSenses.Of(CueSense.FirstPoint, CueSense.NextPoint, CueSense.LastPoint);
    private static readonly CueSenses Turns = CueSenses.Of(CueSense.Rejoinder, CueSense.Contrast, CueSense.ContrastAdverb);

    public void Apply(ExtractionState state, int index)
    {
        var passage = state.Passages[index];
        if (index + 1 < state.Passages.Count && state.Passages[index + 1] is var next
            && (next.Joint == Joint.Reason || next.Opening.HasAny(Reasons) && !next.Opens(CueSense.Therefore)) && passage.Joint != Joint.Reason)
            passage.Apply(arguedFor, state.OpeningSpan(next));
        if (!state.IsEssay)
            return;
        if (state.ParagraphOf(passage) is { Zone: Zone.Body, Length: > 2 } paragraph)
            WithinParagraph(state, passage, paragraph);
        if (index > 0 && state.Passages[index - 1] is { Stance: Stance.Opp } && passage.Stance == Stance.Pro && passage.Opening.HasAny(Turns) && !passage.Traits.IsQuestion)
        {
            passage.Apply(answer, state.OpeningSpan(passage));
            if (Opener(state, passage) is { Stance: Stance.Opp } objection && objection.Sentence < passage.Sentence)
                passage.Apply(answersParagraph, objection.Span);
        }
        else if (Counters(state, index))
            passage.Apply(counters, passage.Span);
        if (state.ParagraphOf(passage) is { Zone: Zone.Body, Length: > 2 } own && passage.Sentence == own.EndSentence - 1 && DrawsFromFacts(state, index))
            passage.Apply(afterFacts, passage.Span);
        if (OnSubject(state, index))
            passage.Apply(subject, passage.Span);
    }

    /// <summary>The first passage that does not go on with the other side, without a "but" of its own.</summary>
    private static bool Counters(ExtractionState state, int index) =>
        index > 0 && state.Passages[index - 1] is { Stance: Stance.Opp } && state.Passages[index] is { Stance: Stance.Pro, Traits.IsQuestion: false, EvidenceKind: null or EvidenceKind.Reason };

    /// <summary>A remark of the author's own after figures, witnesses and cases.</summary>
    private static bool DrawsFromFacts(ExtractionState state, int index) =>
        state.Passages[index] is { EvidenceKind: null or EvidenceKind.Reason, Attribution: AttributionKind.Author, Joint: Joint.Main or Joint.Contrast }
        && index > 1 && state.Passages[index - 1].IsFact && state.Passages[index - 2].IsFact;

    private void WithinParagraph(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        var last = paragraph.EndSentence - 1;
        if (passage.Sentence == paragraph.FirstSentence + 1 && LeadsIn(state, paragraph.FirstSentence))
            passage.Apply(afterLeadIn, First(state, paragraph.FirstSentence).Span);
        if (passage.Sentence == last && (Concludes(First(state, last)) || ConcludesSentence(state, passage)))
            passage.Apply(comesToConclusion, state.OpeningSpan(passage));
        else if (passage.Sentence == paragraph.FirstSentence && !passage.Opening.HasAny(Points) && Concludes(First(state, last)))
            passage.Apply(conclusionToCome, state.OpeningSpan(First(state, last)));
    }

    /// <summary>"There are several reasons for this.": the point comes with the next sentence.</summary>
    private static bool LeadsIn(ExtractionState state, int sentence) =>
        First(state, sentence) is var first && (first.Has(CueSense.Roadmap) || LeadIns.Find(state, first) is not null);

    private static bool Concludes(PassageDraft passage) =>
        passage.Opening.HasAny(CueSenses.Of(CueSense.Therefore, CueSense.InConclusion));

    /// <summary>"…, so the system divides them": the last part of the last sentence draws the conclusion.</summary>
    private static bool ConcludesSentence(ExtractionState state, PassageDraft passage) =>
        passage.Joint == Joint.Result && passage == state.Passages[state.Sentences[passage.Sentence].EndPassage - 1];

    private static bool OnSubject(ExtractionState state, int index) =>
        state.ParagraphOf(state.Passages[0]).Zone == Zone.Heading && index > 0 && state.Terms.Similarity(0, index) >= OnTheSubject
        || state.Thesis >= 0 && state.Thesis != index && state.Terms.Similarity(state.Thesis, index) >= OnTheSubject;

    /// <summary>The first passage of the paragraph.</summary>
    private static PassageDraft Opener(ExtractionState state, PassageDraft passage) => First(state, state.ParagraphOf(passage).FirstSentence);

    private static PassageDraft First(ExtractionState state, int sentence) => state.Passages[state.Sentences[sentence].FirstPassage];
}
