namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>
/// The subject words of each passage, with the weight that their rarity in the document gives them. Kept in two flat
/// arrays for the whole document, so that it costs eight bytes a word.
/// </summary>
internal sealed class PassageTerms(uint[] stems, float[] weights, int[] starts, double[] norms, double[] centrality)
{
    public static readonly PassageTerms Empty = new([], [], [0], [], []);

    /// <summary>Cosine of two passages, from 0 to 1.</summary>
    public double Similarity(int one, int other)
    {
        var sum = 0.0;
        var (i, j) = (starts[one], starts[other]);
        while (i < starts[one + 1] && j < starts[other + 1])
        {
            if (stems[i] == stems[j])
            {
                sum += weights[i] * weights[j];
                i++;
                j++;
            }
            else if (stems[i] < stems[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum == 0 ? 0 : sum / (norms[one] * norms[other]);
    }

    /// <summary>How far the passage's words run through the whole document: the mean share of passages that hold them.</summary>
    public double Centrality(int passage) => centrality[passage];

    public int CountOf(int passage) => starts[passage + 1] - starts[passage];
}
