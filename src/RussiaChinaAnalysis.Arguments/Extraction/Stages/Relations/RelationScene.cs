using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Relations;

/// <summary>What the passages of one paragraph, <c>[First, End)</c>, can bear on within it.</summary>
/// <param name="Claim">The first claim of the paragraph; -1 when it has none.</param>
/// <param name="Series">The passage before "First, …" within the paragraph, which the points that follow bear on; -1 when there is none.</param>
/// <param name="Conclusion">A later claim that the paragraph comes to with a word such as "therefore"; -1 when it has none.</param>
internal readonly record struct RelationScene(int First, int End, int Claim, int Conclusion, int Series)
{
    public static RelationScene Of(ExtractionState state, ParagraphDraft paragraph)
    {
        var first = state.Sentences[paragraph.FirstSentence].FirstPassage;
        var end = state.Sentences[paragraph.EndSentence - 1].EndPassage;
        var (claim, conclusion, series) = (-1, -1, -1);
        for (var i = first; i < end; i++)
        {
            var passage = state.Passages[i];
            if (series < 0 && i > first && passage.Opens(CueSense.FirstPoint) && passage.Sentence > paragraph.FirstSentence && state.Passages[i - 1].Role != Role.Context)
                series = i - 1;
            if (passage.Role != Role.Claim)
                continue;
            if (claim < 0)
                claim = i;
            if (passage.Opens(CueSense.Therefore) || passage.Joint == Joint.Result)
                conclusion = i;
        }

        return new(first, end, claim, conclusion, series);
    }
}
