namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>How rare a term is, from the number of passages that hold it: the rarer, the more it tells.</summary>
/// <param name="passages">The number of all passages.</param>
/// <param name="holding">The number of passages that hold a term.</param>
public sealed class TermFrequencies(int passages, Func<string, int> holding)
{
    /// <summary>The inverse passage frequency, in natural logarithms; above 0.</summary>
    public double WeightOf(string term) => Math.Log(1 + ((passages + 1.0) / (holding(term) + 1.0)));
}
