using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <param name="Similarity">The cosine of the two term vectors, weighted by rarity: from 0 to 1.</param>
/// <param name="Terms">The shared terms, the rarest first, as they stand on either side.</param>
internal readonly record struct SharedTerms(double Similarity, ImmutableArray<(SignatureTerm First, SignatureTerm Second, double Weight)> Terms)
{
    public static SharedTerms Of(ImmutableArray<SignatureTerm> first, ImmutableArray<SignatureTerm> second, TermFrequencies frequencies)
    {
        var shared = new List<(SignatureTerm First, SignatureTerm Second, double Weight)>();
        var common = 0.0;
        // Both lists are in ordinal order.
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var order = string.CompareOrdinal(first[i].Key, second[j].Key);
            if (order == 0)
            {
                var weight = frequencies.WeightOf(first[i].Key);
                shared.Add((first[i], second[j], weight));
                common += weight * weight;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var similarity = common == 0 ? 0 : common / Math.Sqrt(Norm(first, frequencies) * Norm(second, frequencies));
        return new SharedTerms(similarity, [.. shared.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.First.Key, StringComparer.Ordinal)]);
    }

    private static double Norm(ImmutableArray<SignatureTerm> terms, TermFrequencies frequencies)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            var weight = frequencies.WeightOf(term.Key);
            sum += weight * weight;
        }

        return sum;
    }
}
