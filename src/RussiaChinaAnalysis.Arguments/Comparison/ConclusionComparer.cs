using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>
/// Tells whether two documents conclude the same or the opposite: each pair of titles and theses that share words speaks
/// for one or the other by its negations, as strongly as the shared words are rare.
/// </summary>
public static class ConclusionComparer
{
    /// <summary>Pairs that share less than this say nothing; the cosine of two theses on one subject is mostly above it.</summary>
    private const double LeastSimilarity = 0.08;

    /// <param name="first">The titles and theses of one document.</param>
    /// <param name="second">Those of the other.</param>
    /// <returns>The sign says why; it is null where nothing is known.</returns>
    public static (Conclusions Conclusions, ConnectionSign? Sign) Compare(
        ImmutableArray<StatementSignature> first, ImmutableArray<StatementSignature> second, TermFrequencies frequencies)
    {
        var balance = 0.0;
        var pairs = new List<(StatementSignature First, StatementSignature Second, double Weight)>();
        foreach (var mine in first)
        {
            foreach (var theirs in second)
            {
                var shared = SharedTerms.Of(mine.Terms, theirs.Terms, frequencies);
                if (shared.Similarity < LeastSimilarity)
                    continue;

                var weight = Opposition.Between(mine.Polarity, theirs.Polarity, shared) is null ? shared.Similarity : -shared.Similarity;
                balance += weight;
                pairs.Add((mine, theirs, weight));
            }
        }

        if (balance == 0)
            return (Conclusions.Unknown, null);

        var (conclusion, against, _) = pairs.MaxBy(pair => pair.Weight * Math.Sign(balance));
        var conclusions = balance < 0 ? Conclusions.Opposed : Conclusions.Alike;
        var explanation = conclusions == Conclusions.Opposed
            ? $"The two texts conclude the opposite: “{conclusion.Words.TrimEnd('.')}” against “{against.Words.TrimEnd('.')}”."
            : $"The two texts conclude alike: “{conclusion.Words.TrimEnd('.')}” and “{against.Words.TrimEnd('.')}”.";
        return (conclusions, new ConnectionSign(ConnectionRule.Conclusions, conclusion.Span, against.Span, Math.Min(1, Math.Abs(balance)), explanation));
    }
}
