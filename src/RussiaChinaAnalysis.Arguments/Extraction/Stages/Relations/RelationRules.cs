using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Stages.Sides;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Relations;

/// <summary>What a passage may bear on, and what speaks for each of these.</summary>
internal sealed class RelationRules(RuleCatalogue rules)
{
    /// <summary>From this cosine on, two passages count as being about the same.</summary>
    private const double SameSubject = 0.12;

    /// <summary>From this cosine on, a claim of the conclusion says what the thesis says.</summary>
    private const double SameClaim = 0.2;

    /// <summary>In passages; keeps the time linear.</summary>
    private const int LongestAnswer = 32;

    private static readonly CueSenses Reasons = CueSenses.Of(CueSense.Because, CueSense.PremiseOpener, CueSense.EvidencedBy, CueSense.Restatement);

    private static readonly CueSenses Points = CueSenses.Of(CueSense.FirstPoint, CueSense.NextPoint, CueSense.LastPoint);

    private readonly Rule supportsThesis = rules["relation.supports-thesis"];
    private readonly Rule claimForThesis = rules["relation.claim-for-thesis"];
    private readonly Rule restates = rules["relation.restates"];
    private readonly Rule opposes = rules["relation.opposes"];
    private readonly Rule opposingGround = rules["relation.opposing-ground"];
    private readonly Rule paragraphClaim = rules["relation.paragraph-claim"];
    private readonly Rule againstParagraphClaim = rules["relation.against-paragraph-claim"];
    private readonly Rule groundOfAnswer = rules["relation.ground-of-answer"];
    private readonly Rule leadsTo = rules["relation.leads-to-conclusion"];
    private readonly Rule series = rules["relation.series"];
    private readonly Rule previous = rules["relation.previous"];
    private readonly Rule reason = rules["relation.reason"];
    private readonly Rule sameSentence = rules["relation.same-sentence"];
    private readonly Rule goesOn = rules["relation.goes-on"];
    private readonly Rule example = rules["relation.example"];
    private readonly Rule answers = rules["relation.answers"];
    private readonly Rule undercuts = rules["relation.answers-in-sentence"];
    private readonly Rule exception = rules["relation.exception"];
    private readonly Rule words = rules["relation.words-in-common"];

    /// <summary>Those that make a passage a candidate; each of the others only adds to one.</summary>
    public IReadOnlyCollection<Rule> Drawing =>
        [supportsThesis, opposes, opposingGround, restates, series, paragraphClaim, groundOfAnswer, againstParagraphClaim, leadsTo, sameSentence, previous, answers, undercuts, exception];

    public void Collect(ExtractionState state, RelationScene scene, int index, RelationCandidates candidates)
    {
        var passage = state.Passages[index];
        Thesis(state, index, passage, candidates);
        Paragraph(state, scene, index, passage, candidates);
        Neighbours(state, scene, index, passage, candidates);
        for (var i = 0; i < candidates.Count; i++)
            if (state.Terms.Similarity(index, candidates[i].To) >= SameSubject)
                candidates[i].With(words, passage.Span);
    }

    private void Thesis(ExtractionState state, int index, PassageDraft passage, RelationCandidates candidates)
    {
        if (state.Thesis < 0)
            return;
        if (passage.Stance == Stance.Opp)
        {
            candidates.Add(state.Thesis, RelationKind.Rebuts).With(passage.Role == Role.Claim ? opposes : opposingGround, passage.Span);
            return;
        }

        var candidate = candidates.Add(state.Thesis, RelationKind.Supports).With(supportsThesis, passage.Span);
        if (passage.Role == Role.Claim)
            candidate.With(claimForThesis, passage.Span);
        if (state.IsEssay && passage.Role == Role.Claim && state.ParagraphOf(passage).Zone == Zone.Conclusion
            && (passage.Opens(CueSense.InConclusion) || Concludes(state, passage) || Demands(passage) && Demands(state.Passages[state.Thesis]) || state.Terms.Similarity(index, state.Thesis) >= SameClaim))
            candidates.Add(state.Thesis, RelationKind.Restates).With(restates, state.Find(passage, CueSense.Therefore) ?? state.OpeningSpan(passage));
    }

    private static bool Demands(PassageDraft passage) => passage.Has(CueSense.Deontic) || passage.Traits.IsImperative;

    /// <summary>“A split is therefore unlikely”.</summary>
    private static bool Concludes(ExtractionState state, PassageDraft passage) =>
        passage.Has(CueSense.Therefore) && state.EarlySenses(passage).Has(CueSense.Therefore);

    private void Paragraph(ExtractionState state, RelationScene scene, int index, PassageDraft passage, RelationCandidates candidates)
    {
        if (scene.Series >= 0 && index > scene.Series && passage.Opening.HasAny(Points) && !passage.Opens(CueSense.Addition))
            Toward(state, passage, scene.Series, candidates).With(series, state.OpeningSpan(passage));
        if (!state.IsEssay || passage.Role != Role.Evidence)
            return;
        if (scene.Claim >= 0)
        {
            if (state.Passages[scene.Claim].Stance == passage.Stance)
                candidates.Add(scene.Claim, RelationKind.Supports).With(paragraphClaim, state.Passages[scene.Claim].Span);
            else if (FirstOfSide(state, scene, index) is var answer && answer < index)
                candidates.Add(answer, RelationKind.Supports).With(groundOfAnswer, state.Passages[answer].Span);
            else
                candidates.Add(scene.Claim, RelationKind.Rebuts).With(againstParagraphClaim, state.Passages[scene.Claim].Span);
        }

        if (scene.Conclusion > index && scene.Conclusion != scene.Claim)
            Toward(state, passage, scene.Conclusion, candidates).With(leadsTo, state.OpeningSpan(state.Passages[scene.Conclusion]));
    }

    /// <summary>Where in the paragraph the run of passages on the side of this one begins: after an objection, its answer.</summary>
    private static int FirstOfSide(ExtractionState state, RelationScene scene, int index)
    {
        var first = index;
        while (first > Math.Max(scene.First, index - LongestAnswer) && state.Passages[first - 1].Stance == state.Passages[index].Stance)
            first--;
        // "But let me explain" answers nothing yet.
        while (first < index && state.Passages[first].Role == Role.Context)
            first++;
        return first;
    }

    private void Neighbours(ExtractionState state, RelationScene scene, int index, PassageDraft passage, RelationCandidates candidates)
    {
        if (Before(state, scene, index) is >= 0 and var before)
            Previous(state, before, passage, candidates);
        if (index + 1 >= scene.End || state.Passages[index + 1] is not { Role: not Role.Context } next)
            return;
        // "Since X, Y" and "X, so Y": the reason stands first.
        if (next.Sentence == passage.Sentence && (passage.Joint == Joint.Reason || next.Joint == Joint.Result))
            Toward(state, passage, index + 1, candidates).With(sameSentence, state.OpeningSpan(next));
        else if (passage.Role == Role.Evidence && next.Role == Role.Claim && next.Opens(CueSense.Therefore))
            Toward(state, passage, index + 1, candidates).With(leadsTo, state.OpeningSpan(next));
    }

    private static int Before(ExtractionState state, RelationScene scene, int index)
    {
        var before = index - 1;
        while (before >= scene.First && state.Passages[before].Role == Role.Context)
            before--;
        // An objection is often answered by the first words of the next paragraph.
        if (before < scene.First && index > 0 && state.Passages[index - 1].Stance == Stance.Opp)
            return index - 1;
        return before >= scene.First ? before : -1;
    }

    private void Previous(ExtractionState state, int before, PassageDraft passage, RelationCandidates candidates)
    {
        var other = state.Passages[before];
        if (other.Role == Role.Context)
            return;
        var within = other.Sentence == passage.Sentence;
        if (passage.Stance == Stance.Pro && other.Stance == Stance.Opp)
        {
            if (SideRules.Turns(state, other, passage) || passage.Attribution == AttributionKind.Author)
                candidates.Add(before, within ? RelationKind.Undercuts : RelationKind.Rebuts)
                    .With(within ? undercuts : answers, state.OpeningSpan(passage));
            return;
        }

        if (passage.Stance != other.Stance)
        {
            if (passage.Joint == Joint.Exception)
                candidates.Add(before, RelationKind.Undercuts).With(exception, state.OpeningSpan(passage));
            return;
        }

        Same(state, before, passage, within, candidates);
    }

    private void Same(ExtractionState state, int before, PassageDraft passage, bool within, RelationCandidates candidates)
    {
        var announced = EvidenceKindStage.ExampleCue(state, passage);
        var candidate = candidates.Add(before, announced is null ? RelationKind.Supports : RelationKind.Exemplifies).With(previous, state.Passages[before].Span);
        if (announced is { } cue)
            candidate.With(example, cue);
        if (passage.Joint == Joint.Reason || passage.Opening.HasAny(Reasons))
            candidate.With(reason, state.OpeningSpan(passage));
        else if (within && passage.Joint is Joint.Elaboration or Joint.Addition)
            candidate.With(sameSentence, state.OpeningSpan(passage));
        else if (passage.AfterOpening < passage.EndToken && state.Tokens[passage.AfterOpening].Is(WordClass.Anaphor))
            candidate.With(goesOn, state.Tokens[passage.AfterOpening].Span);
    }

    /// <summary>Support of a passage on the same side, attack on one of the other.</summary>
    private static RelationCandidate Toward(ExtractionState state, PassageDraft passage, int to, RelationCandidates candidates) =>
        candidates.Add(to, state.Passages[to].Stance == passage.Stance ? RelationKind.Supports : RelationKind.Rebuts);
}
