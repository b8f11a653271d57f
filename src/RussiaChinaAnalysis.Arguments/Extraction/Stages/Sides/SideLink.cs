namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Sides;

/// <summary>How two neighbouring passages hang together.</summary>
internal enum SideLinkKind
{
    /// <summary>Nothing is said.</summary>
    Loose,

    /// <summary>"because", "and", "therefore": the second goes on from the first.</summary>
    Continues,

    /// <summary>"but", "however": the second turns against the first.</summary>
    Turns,

    /// <summary>A new paragraph or a heading lies between.</summary>
    Apart,
}

/// <summary>What the join of two neighbouring passages adds to the score of each pair of sides.</summary>
internal readonly record struct SideLink(SideLinkKind Kind, double ToOpposing, double ToAuthor, double Same)
{
    public double Score(int from, int to) => (from, to) switch
    {
        (0, 1) => ToOpposing,
        (1, 0) => ToAuthor,
        _ => Same,
    };
}
