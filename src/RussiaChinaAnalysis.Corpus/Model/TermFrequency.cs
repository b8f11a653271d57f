namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>In how many of the passages that were compared so far a word occurs: the rarer, the more it tells.</summary>
public sealed class TermFrequency
{
    /// <summary>The row that counts all passages.</summary>
    public const string AllPassages = "";

    /// <summary>The key of <see cref="Arguments.Text.Words.WordForm"/>.</summary>
    public required string Key { get; init; }

    public required int Passages { get; set; }
}
