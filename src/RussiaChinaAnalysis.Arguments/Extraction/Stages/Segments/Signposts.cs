using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>Words with which a text announces its own plan: "First of all", "In my opinion", "To sum up".</summary>
internal static class Signposts
{
    private const int Fewest = 2;

    /// <summary>A longer text needs more of them: one in so many sentences.</summary>
    private const int SentencesEach = 12;

    private static readonly CueSenses Opening = CueSenses.Of(CueSense.FirstPoint, CueSense.LastPoint, CueSense.OneSide, CueSense.OtherSide, CueSense.InConclusion);
    private static readonly CueSenses Anywhere = CueSenses.Of(CueSense.Opinion, CueSense.Thesis, CueSense.Roadmap);

    public static bool AreMany(ExtractionState state)
    {
        var (count, ordered) = (0, false);
        foreach (var passage in state.Passages)
        {
            var orders = passage.Opening.HasAny(Opening) || passage.Opens(CueSense.NextPoint) && Opens(state, passage);
            var opines = passage.Senses.HasAny(Anywhere);
            ordered |= orders || opines && state.ParagraphOf(passage).Zone == Zone.Introduction;
            if (orders || opines)
                count++;
        }

        // Opinions in the middle of a text are no plan: a columnist may say "I think" as often as he likes.
        return ordered && count >= Fewest && count * SentencesEach >= state.Sentences.Count;
    }

    /// <summary>"Moreover" and the like are signposts only where a paragraph begins.</summary>
    private static bool Opens(ExtractionState state, PassageDraft passage) =>
        state.ParagraphOf(passage).FirstSentence == passage.Sentence;
}
