using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>What the place of a passage in paragraph and essay tells of its role.</summary>
internal sealed class RolePlaceRules(RuleCatalogue rules)
{
    private readonly Rule mostlyEvidence = rules["role.mostly-evidence"];
    private readonly Rule rarelyContext = rules["role.rarely-context"];
    private readonly Rule heading = rules["role.heading"];
    private readonly Rule thesis = rules["role.thesis"];
    private readonly Rule introduction = rules["role.introduction"];
    private readonly Rule endOfIntroduction = rules["role.end-of-introduction"];
    private readonly Rule paragraphOpening = rules["role.paragraph-opening"];
    private readonly Rule shortParagraph = rules["role.short-paragraph"];
    private readonly Rule paragraphEnd = rules["role.paragraph-end"];
    private readonly Rule inside = rules["role.inside-paragraph"];
    private readonly Rule conclusion = rules["role.conclusion"];
    private readonly Rule openingOfConclusion = rules["role.opening-of-conclusion"];
    private readonly Rule subordinate = rules["role.subordinate"];

    public void Apply(ExtractionState state, PassageDraft passage)
    {
        var paragraph = state.ParagraphOf(passage);
        passage.Apply(mostlyEvidence, passage.Span);
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
                passage.Apply(passage.Sentence == paragraph.EndSentence - 1 ? endOfIntroduction : introduction, passage.Span);
                break;
            case Zone.Conclusion:
                passage.Apply(passage.Sentence == paragraph.FirstSentence ? openingOfConclusion : conclusion, passage.Span);
                break;
            default:
                Body(state, passage, paragraph);
                break;
        }
    }

    private void Body(ExtractionState state, PassageDraft passage, ParagraphDraft paragraph)
    {
        if (!state.IsEssay)
            return;
        if (passage.Sentence == paragraph.FirstSentence)
            passage.Apply(paragraph.Length > 2 ? paragraphOpening : shortParagraph, passage.Span);
        else if (passage.Sentence == paragraph.EndSentence - 1 && paragraph.Length > 2)
            passage.Apply(paragraphEnd, passage.Span);
        else
            passage.Apply(inside, passage.Span);
    }
}
