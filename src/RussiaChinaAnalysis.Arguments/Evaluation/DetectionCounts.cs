namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>Counts for things that are found or not: boundaries, relations, themes.</summary>
public readonly record struct DetectionCounts(int Found, int Wrong, int Missed)
{
    /// <summary>Whether the gold labels have anything of it.</summary>
    public bool IsExpected => Found + Missed > 0;

    public ClassScore Score => ClassScore.Of("", Found, Wrong, Missed);

    public static DetectionCounts Of<T>(IEnumerable<T> gold, IEnumerable<T> other)
    {
        var expected = gold.ToHashSet();
        var given = other.ToHashSet();
        var found = expected.Count(given.Contains);
        return new(found, given.Count - found, expected.Count - found);
    }

    public static DetectionCounts operator +(DetectionCounts one, DetectionCounts other) =>
        new(one.Found + other.Found, one.Wrong + other.Wrong, one.Missed + other.Missed);
}
