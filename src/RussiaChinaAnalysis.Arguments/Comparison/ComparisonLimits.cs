namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>What keeps the cost of comparing a passage from growing with what it is compared with, in a corpus and in a run of <c>extract</c>.</summary>
public static class ComparisonLimits
{
    /// <summary>Candidates are sought by so many of a passage's words, the rarest.</summary>
    public const int WordsLookedUp = 8;

    /// <summary>A word in as many passages as this leads to too many candidates to tell anything.</summary>
    public const int CommonFrom = 1000;

    /// <summary>Passages that are ranked for one, which is most of what it costs. The rarest words come first and tell most.</summary>
    public const int MostRanked = 2500;

    /// <summary>Candidates that share words.</summary>
    public const int MostByWords = 40;

    /// <summary>Candidates that give figures of about the same value, the latest.</summary>
    public const int MostByFigures = 40;

    /// <summary>What is quoted everywhere is connected with the passages that are most like it.</summary>
    public const int MostForOnePassage = 12;
}
