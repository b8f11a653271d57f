using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

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
        if (state.IsPlanned)
            Planned(state, passage, paragraph);
        passage.Apply(rarelyContext, passage.Span);
        if (passage.IsThesis)
            passage.Apply(thesis, passage.Span);
        if (passage.Joint is Joint.Reason or Joint.Example or Joint.Elaboration)
            passage.Apply(subordinate, state.OpeningSpan(passage));
        switch (paragraph.Zone)
        {
            case Zone.Heading:
                passage.Apply(heading, passage.Span);
                break;
            case Zone.Introduction:
                passage.Apply(InIntroduction(state, passage, paragraph), passage.Span);
                break;
            case Zone.Conclusion:
                passage.Apply(InConclusion(state, passage, paragraph), passage.Span);
                break;
            default:
                Body(state, passage, paragraph);
                break;
        }
    }

    /// <summary>Where a text keeps to a plan, its places count for more.</summary>
    private void Planned(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        var rule = (paragraph.Zone, InIntroduction(state, passage, paragraph)) switch
        {
            (Zone.Introduction, var place) when place == endOfIntroduction => plannedThesis,
            (Zone.Introduction, _) => plannedIntroduction,
            (Zone.Body, _) when passage.Sentence != paragraph.FirstSentence => plannedInside,
            (Zone.Conclusion, _) when passage.Sentence == state.Sentences.Count - 1 && passage.Sentence != paragraph.FirstSentence => plannedEnd,
            _ => null,
        };
        if (rule is not null)
            passage.Apply(rule, passage.Span);
    }

    private Rule InIntroduction(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (passage.Sentence == paragraph.FirstSentence && paragraph.Length > 1)
            return opensEssay;
        if (state.Thesis >= 0 && state.Passages[state.Thesis].Sentence is var thesisAt && thesisAt < passage.Sentence && state.Sentences[thesisAt].Paragraph == state.Sentences[passage.Sentence].Paragraph)
            return afterThesis;
        return passage.Sentence == paragraph.EndSentence - 1 ? endOfIntroduction : introduction;
    }

    private Rule InConclusion(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (passage.Sentence == paragraph.FirstSentence)
            return openingOfConclusion;
        return passage.Sentence == state.Sentences.Count - 1 ? endOfEssay : conclusion;
    }

    private void Body(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (!state.IsEssay)
        {
            passage.Apply(shortText, passage.Span);
            return;
        }

        if (passage.Sentence == paragraph.FirstSentence && paragraph.IsGuessed)
            passage.Apply(guessedBreak, passage.Span);
        if (passage.Sentence == paragraph.FirstSentence)
            passage.Apply(paragraph.Length > 2 ? paragraphOpening : shortParagraph, passage.Span);
        else if (passage.Sentence == paragraph.EndSentence - 1 && paragraph.Length > 2)
            passage.Apply(paragraphEnd, passage.Span);
        else
            passage.Apply(inside, passage.Span);
    }
}
