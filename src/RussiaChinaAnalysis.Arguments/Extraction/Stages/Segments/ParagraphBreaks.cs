using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>
/// Where a long run of sentences falls into paragraphs: an introduction, a conclusion, and between them those breaks that
/// together fit best what sentences open with, which words they share, and how long paragraphs are.
/// </summary>
internal static class ParagraphBreaks
{
    private const int ShortestParagraph = 2;
    private const int TypicalIntroduction = 3;
    private const int LongestIntroduction = 8;

    /// <summary>No paragraph is made longer than this, which keeps the time linear.</summary>
    private const int LongestParagraph = 12;

    // What speaks for a break before a sentence and against one, chosen on the development essays with their breaks removed.
    private const double NoSign = -1.5;
    private const double NewPart = 3;
    private const double NextPoint = 2;
    private const double AddedPoint = 1.2;
    private const double AnotherView = 1.5;
    private const double SameThought = -2;
    private const double MereContrast = -0.7;
    private const double PointsBack = -1;
    private const double SharesWords = -0.5;

    private static readonly CueSenses Strong = CueSenses.Of(CueSense.FirstPoint, CueSense.LastPoint, CueSense.OneSide, CueSense.OtherSide);
    private static readonly CueSenses Position = CueSenses.Of(CueSense.Thesis, CueSense.Opinion);
    private static readonly CueSenses OtherView = CueSenses.Of(CueSense.Concession, CueSense.Opponent, CueSense.GeneralOpinion);
    private static readonly CueSenses GoesOn = CueSenses.Of(
        CueSense.Example, CueSense.Because, CueSense.PremiseOpener, CueSense.Therefore, CueSense.ResultClause, CueSense.Restatement);

    /// <summary>The sentences in <c>(first, end)</c> that begin a paragraph, in order.</summary>
    public static IEnumerable<int> Find(ExtractionState state, int first, int end)
    {
        var conclusion = Conclusion(state, first, end);
        var introduction = Introduction(state, first, conclusion);
        if (introduction > first)
            yield return introduction;
        foreach (var inner in Inner(state, introduction, conclusion))
            yield return inner;
        if (conclusion < end)
            yield return conclusion;
    }

    /// <summary>The best division of <c>[first, end)</c>, by dynamic programming over the place of the last break.</summary>
    private static List<int> Inner(ExtractionState state, int first, int end)
    {
        var count = Math.Max(0, end - first);
        var best = new double[count + 1];
        var from = new int[count + 1];
        for (var i = 1; i <= count; i++)
        {
            best[i] = double.NegativeInfinity;
            for (var length = 1; length <= Math.Min(i, LongestParagraph); length++)
            {
                var start = i - length;
                var score = best[start] + LengthScore(length) + (start == 0 ? 0 : BreakScore(state, first + start));
                if (score > best[i])
                    (best[i], from[i]) = (score, start);
            }
        }

        var breaks = new List<int>();
        for (var i = from[count]; i > 0; i = from[i])
            breaks.Add(first + i);
        breaks.Reverse();
        return breaks;
    }

    /// <summary>Paragraphs of essays mostly have three to six sentences.</summary>
    private static double LengthScore(int length) => length switch
    {
        1 => -3,
        2 => -1,
        <= 6 => 0,
        _ => -0.6 * (length - 6),
    };

    /// <summary>How much speaks for a break before the sentence; without any sign, a break is less likely than none.</summary>
    private static double BreakScore(ExtractionState state, int sentence)
    {
        var opening = Opening(state, sentence);
        var passage = state.Passages[state.Sentences[sentence].FirstPassage];
        var score = NoSign;
        if (opening.HasAny(Strong))
            score += NewPart;
        else if (opening.Has(CueSense.NextPoint))
            score += opening.Has(CueSense.Addition) ? AddedPoint : NextPoint;
        else if (opening.HasAny(OtherView) || passage.Has(CueSense.Opponent))
            score += AnotherView;
        else if (opening.HasAny(GoesOn))
            score += SameThought;
        else if (opening.HasAny(CueSenses.Of(CueSense.Contrast, CueSense.Rejoinder)))
            score += MereContrast;
        if (passage.AfterOpening < passage.EndToken && state.Tokens[passage.AfterOpening].Is(WordClass.Anaphor | WordClass.SubjectPronoun))
            score += PointsBack;
        if (Cohesion(state, sentence) > 0)
            score += SharesWords;
        return score;
    }

    /// <summary>The words that a sentence shares with the one before it.</summary>
    private static double Cohesion(ExtractionState state, int sentence) =>
        state.Terms.Similarity(state.Sentences[sentence - 1].FirstPassage, state.Sentences[sentence].FirstPassage);

    /// <summary>The introduction ends before the first point, or after the sentence that states the author's position.</summary>
    private static int Introduction(ExtractionState state, int first, int end)
    {
        var reach = Math.Min(end - ShortestParagraph, first + Math.Max(3, (end - first) * 2 / 5));
        for (var i = first + 1; i < reach; i++)
            if (Opening(state, i).HasAny(Strong | CueSenses.Of(CueSense.NextPoint)))
                return i;
        return After(state, first, reach, Position) ?? After(state, first, reach, CueSenses.Of(CueSense.Roadmap)) ?? Math.Max(first, Math.Min(first + TypicalIntroduction, reach));
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
