using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Where a long run of sentences falls into paragraphs, by the words that sentences open with.</summary>
internal static class ParagraphBreaks
{
    private const int ShortestParagraph = 2;
    private const int TypicalIntroduction = 3;
    private const int LongestIntroduction = 8;

    /// <summary>After so many sentences even a weak sign, such as "Moreover", begins a new paragraph.</summary>
    private const int LongEnough = 4;

    private static readonly CueSenses Strong = CueSenses.Of(CueSense.FirstPoint, CueSense.LastPoint, CueSense.OneSide, CueSense.OtherSide);
    private static readonly CueSenses Position = CueSenses.Of(CueSense.Thesis, CueSense.Opinion);

    /// <summary>The sentences in <c>(first, end)</c> that begin a paragraph, in order.</summary>
    public static IEnumerable<int> Find(ExtractionState state, int first, int end)
    {
        var conclusion = Conclusion(state, first, end);
        var start = first;
        var introduction = Introduction(state, first, conclusion);
        if (introduction > first)
            yield return start = introduction;
        for (var i = start + 1; i < conclusion; i++)
            if (i - start >= ShortestParagraph && conclusion - i >= ShortestParagraph && Begins(state, i, i - start))
                yield return start = i;
        if (conclusion < end)
            yield return conclusion;
    }

    private static bool Begins(ExtractionState state, int sentence, int length)
    {
        var opening = Opening(state, sentence);
        if (opening.HasAny(Strong))
            return true;
        if (opening.Has(CueSense.NextPoint))
            return length >= (opening.Has(CueSense.Addition) ? LongEnough : ShortestParagraph + 1);
        return opening.Has(CueSense.Concession) && length >= LongEnough;
    }

    /// <summary>The introduction ends before the first point, or after the sentence that states the author's position.</summary>
    private static int Introduction(ExtractionState state, int first, int end)
    {
        var reach = Math.Min(end - ShortestParagraph, first + Math.Max(3, (end - first) * 2 / 5));
        for (var i = first + 1; i < reach; i++)
            if (Opening(state, i).HasAny(Strong | CueSenses.Of(CueSense.NextPoint)))
                return i;
        return After(state, first, reach, Position) ?? After(state, first, reach, CueSenses.Of(CueSense.Roadmap)) ?? Math.Min(first + TypicalIntroduction, reach);
    }

    /// <summary>The sentence after the last one near the beginning that has such a cue.</summary>
    private static int? After(ExtractionState state, int first, int reach, CueSenses senses)
    {
        for (var i = Math.Min(reach, first + LongestIntroduction) - 1; i > first; i--)
            if (Senses(state, i).HasAny(senses))
                return i + 1;
        return null;
    }

    /// <summary>The last sentence that announces a summing up, in the last third; otherwise the last two sentences.</summary>
    private static int Conclusion(ExtractionState state, int first, int end)
    {
        for (var i = end - 1; i > end - 1 - Math.Max(6, (end - first) / 3) && i > first; i--)
            if (Opening(state, i).Has(CueSense.InConclusion))
                return i;
        return Math.Max(first + 1, end - 2);
    }

    private static CueSenses Opening(ExtractionState state, int sentence) =>
        state.Passages[state.Sentences[sentence].FirstPassage].Opening;

    private static CueSenses Senses(ExtractionState state, int sentence)
    {
        var all = default(CueSenses);
        for (var i = state.Sentences[sentence].FirstPassage; i < state.Sentences[sentence].EndPassage; i++)
            all |= state.Passages[i].Senses;
        return all;
    }
}
