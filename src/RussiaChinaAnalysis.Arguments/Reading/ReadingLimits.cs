namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>How much a reader takes on. What exceeds a limit is refused, never cut.</summary>
/// <param name="MaximumBytes">Of the file as it is stored.</param>
/// <param name="MaximumCharacters">Of the text in it, in UTF-16 code units; a small file can unpack to a large one.</param>
/// <param name="MaximumPages">Of formats that have pages.</param>
public sealed record ReadingLimits(int MaximumBytes = 20_000_000, int MaximumCharacters = 20_000_000, int MaximumPages = 1_000)
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>For one file, in formats that are read with a library which can be kept busy by a hostile one.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromSeconds(4);
}
