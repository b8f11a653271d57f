using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>What the place of a passage in paragraph and essay tells of its role.</summary>
internal sealed class RolePlaceRules(RuleCatalogue rules)
{
    private readonly Rule rarelyContext = rules["role.rarely-context"];
    private readonly Rule heading = rules["role.heading"];
    private readonly Rule thesis = rules["role.thesis"];
    private readonly Rule introduction = rules["role.introduction"];
    private readonly Rule opensEssay = rules["role.opens-essay"];
    private readonly Rule afterThesis = rules["role.after-thesis"];
    private readonly Rule endOfEssay = rules["role.end-of-essay"];
    private readonly Rule endOfIntroduction = rules["role.end-of-introduction"];
    private readonly Rule paragraphOpening = rules["role.paragraph-opening"];
    private readonly Rule shortParagraph = rules["role.short-paragraph"];
    private readonly Rule paragraphEnd = rules["role.paragraph-end"];
    private readonly Rule inside = rules["role.inside-paragraph"];
    private readonly Rule conclusion = rules["role.conclusion"];
    private readonly Rule openingOfConclusion = rules["role.opening-of-conclusion"];
    private readonly Rule subordinate = rules["role.subordinate"];
    private readonly Rule shortText = rules["role.short-text"];
    private readonly Rule guessedBreak = rules["role.guessed-break"];
    private readonly Rule plannedIntroduction = rules["role.planned-introduction"];
    private readonly Rule plannedThesis = rules["role.planned-thesis"];
    private readonly Rule plannedInside = rules["role.planned-inside"];
    private readonly Rule plannedEnd = rules["role.planned-end"];

    public void Apply(ExtractionState state, PassageDraft passage)
    {
        var paragraph = state.ParagraphOf(passage);
        passage.Apply(rarelyContext, passage.Span);
        if (passage.IsThesis)
            passage.Apply(thesis, passage.Span);
        if (passage.Joint is Joint.Reason or Joint.Elaboration)
            passage.Apply(subordinate, state.OpeningSpan(passage));
        if (paragraph.IsGuessed && passage.Sentence == paragraph.FirstSentence && paragraph.Zone == Zone.Body)
            passage.Apply(guessedBreak, passage.Span);
        var place = Place(state, passage, paragraph);
        if (place != endOfIntroduction || !passage.IsThesis)
            passage.Apply(place, passage.Span);
        if (state.IsPlanned && InPlan(state, passage, place) is { } planned)
            passage.Apply(planned, passage.Span);
    }

    private Rule Place(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph) => paragraph.Zone switch
    {
        Zone.Heading => heading,
        Zone.Introduction => InIntroduction(state, passage, paragraph),
        Zone.Conclusion => InConclusion(state, passage, paragraph),
        _ => state.IsEssay ? InBody(passage, paragraph) : shortText,
    };

    private Rule InIntroduction(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (passage.Sentence == paragraph.FirstSentence && paragraph.Length > 1)
            return opensEssay;
        if (state.Thesis >= 0 && state.Passages[state.Thesis] is var central && central.Sentence < passage.Sentence && state.ParagraphOf(central) == paragraph)
            return afterThesis;
        return passage.Sentence == paragraph.EndSentence - 1 ? endOfIntroduction : introduction;
    }

    private Rule InConclusion(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (passage.Sentence == paragraph.FirstSentence)
            return openingOfConclusion;
        return passage.Sentence == state.Sentences.Count - 1 && !state.IsPlanned ? endOfEssay : conclusion;
    }

    private Rule InBody(PassageDraft passage, ParagraphDraft paragraph)
    {
        if (passage.Sentence == paragraph.FirstSentence)
            return paragraph.Length > 2 ? paragraphOpening : shortParagraph;
        return passage.Sentence == paragraph.EndSentence - 1 && paragraph.Length > 2 ? paragraphEnd : inside;
    }

    /// <summary>Where a text keeps to a plan, some of its places count for more.</summary>
    private Rule? InPlan(ExtractionState state, PassageDraft passage, Rule place)
    {
        if (place == endOfIntroduction)
            return plannedThesis;
        if (place == introduction || place == opensEssay)
            return plannedIntroduction;
        if (place == inside || place == paragraphEnd)
            return plannedInside;
        return place == conclusion && passage.Sentence == state.Sentences.Count - 1 ? plannedEnd : null;
    }
}
