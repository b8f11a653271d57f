namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>What the passages of one paragraph, <c>[First, End)</c>, can bear on within it.</summary>
/// <param name="Claim">The first claim of the paragraph; -1 when it has none.</param>
/// <param name="Conclusion">A later claim that the paragraph comes to with a word such as "therefore"; -1 when it has none.</param>
internal readonly record struct RelationScene(int First, int End, int Claim, int Conclusion)
{
    public static RelationScene Of(ExtractionState state, ParagraphDraft paragraph)
    {
        var first = state.Sentences[paragraph.FirstSentence].FirstPassage;
        var end = state.Sentences[paragraph.EndSentence - 1].EndPassage;
        var (claim, conclusion) = (-1, -1);
        for (var i = first; i < end; i++)
        {
            var passage = state.Passages[i];
            if (passage.Role != Role.Claim)
                continue;
            if (claim < 0)
                claim = i;
            if (passage.Opens(Data.CueSense.Therefore) || passage.Joint == Joint.Result)
                conclusion = i;
        }

        return new(first, end, claim, conclusion);
    }
}
