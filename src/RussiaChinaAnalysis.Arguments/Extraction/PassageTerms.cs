namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>
/// The subject words of each passage, with the weight that their rarity in the document gives them. Kept in two flat
/// arrays for the whole document, so that it costs eight bytes a word.
/// </summary>
internal sealed class PassageTerms(uint[] stems, float[] weights, int[] starts, double[] norms, double[] centrality)
{
    public static readonly PassageTerms Empty = new([], [], [0], [], []);

    /// <summary>
    /// Cosine of two passages, from 0 to 1. The words of the shorter one are looked up in the other, so that a title of
    /// many thousand words costs little beside each of many short sentences.
    /// </summary>
    public double Similarity(int one, int other)
    {
        var (few, many) = CountOf(one) <= CountOf(other) ? (one, other) : (other, one);
        var sum = 0.0;
        var from = starts[many];
        for (var i = starts[few]; i < starts[few + 1] && from < starts[many + 1]; i++)
        {
            var found = Array.BinarySearch(stems, from, starts[many + 1] - from, stems[i]);
            if (found >= 0)
                sum += weights[i] * weights[found];
            from = found >= 0 ? found + 1 : ~found;
        }

        return sum == 0 ? 0 : sum / (norms[one] * norms[other]);
    }

    /// <summary>How far the passage's words run through the whole document: the mean share of passages that hold them.</summary>
    public double Centrality(int passage) => centrality[passage];

    public int CountOf(int passage) => starts[passage + 1] - starts[passage];
}
