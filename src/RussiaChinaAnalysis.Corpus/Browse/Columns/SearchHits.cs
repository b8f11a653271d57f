using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>What a search found, best first, each also as a bit at its id.</summary>
internal sealed class SearchHits
{
    private readonly ulong[] bits;

    private SearchHits(int[] passages, double[] ranks)
    {
        (Passages, Ranks) = (passages, ranks);
        bits = Bits(passages);
    }

    /// <summary>Ids, by rank and then by id.</summary>
    public int[] Passages { get; }

    /// <summary>Of the passage at the same place; lower is better.</summary>
    public double[] Ranks { get; }

    public static async Task<SearchHits> ReadAsync(CorpusContext context, SearchQuery query, CancellationToken cancellation)
    {
        var passages = new List<int>();
        var ranks = new List<double>();
        await foreach (var hit in context.Search.Find(query).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            passages.Add(hit.PassageId);
            ranks.Add(hit.Rank);
        }

        var (sortedRanks, sortedPassages) = (ranks.ToArray(), passages.ToArray());
        // First by id, since what a database finds comes in no certain order; then by rank among equals.
        Array.Sort(sortedPassages, sortedRanks);
        var places = Enumerable.Range(0, sortedPassages.Length).ToArray();
        Array.Sort(places, (left, right) => sortedRanks[left].CompareTo(sortedRanks[right]) is not 0 and var order ? order : left.CompareTo(right));
        return new(Array.ConvertAll(places, place => sortedPassages[place]), Array.ConvertAll(places, place => sortedRanks[place]));
    }

    public bool Contains(int passage) =>
        passage >> 6 < bits.Length && (bits[passage >> 6] >> (passage & 63) & 1) != 0;

    private static ulong[] Bits(int[] passages)
    {
        var bits = new ulong[passages.Length == 0 ? 0 : (passages.Max() >> 6) + 1];
        foreach (var passage in passages)
            bits[passage >> 6] |= 1UL << (passage & 63);
        return bits;
    }
}
