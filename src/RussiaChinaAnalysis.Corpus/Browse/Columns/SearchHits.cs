using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>What a search found, best first, each also as a bit at its id.</summary>
internal sealed class SearchHits
{
    private readonly ulong[] passages;

    /// <summary>The documents with hits; null when so many have some that it is no use to look.</summary>
    private readonly ulong[]? documents;

    private SearchHits(CorpusColumns columns, int[] ids, double[] ranks)
    {
        (Passages, Ranks) = (ids, ranks);
        passages = Bits(ids);
        if (ids.Length < columns.Documents.Length)
            documents = Bits([.. ids.Select(id => columns.Finder.Find(id)?.Document.Id ?? 0)]);
    }

    /// <summary>Ids, by rank and then by id.</summary>
    public int[] Passages { get; }

    /// <summary>Of the passage at the same place; lower is better.</summary>
    public double[] Ranks { get; }

    public static async Task<SearchHits> ReadAsync(CorpusSnapshot snapshot, SearchQuery query, CancellationToken cancellation)
    {
        var found = new List<int>();
        var measured = new List<double>();
        await foreach (var hit in snapshot.Context.Search.Find(query).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            found.Add(hit.PassageId);
            measured.Add(hit.Rank);
        }

        var (ids, ranks) = (found.ToArray(), measured.ToArray());
        Array.Sort(ranks, ids);
        // What a database finds comes in no certain order, so among equals the id decides.
        for (int start = 0, end = 1; start < ids.Length; start = end++)
        {
            while (end < ids.Length && ranks[end] == ranks[start])
                end++;
            Array.Sort(ids, start, end - start);
        }

        return new(snapshot.Columns, ids, ranks);
    }

    public bool Contains(int passage) => Has(passages, passage);

    /// <summary>False when none of its passages was found.</summary>
    public bool MayBeIn(DocumentColumns document) => documents is null || Has(documents, document.Id);

    private static bool Has(ulong[] bits, int id) => id >> 6 < bits.Length && (bits[id >> 6] >> (id & 63) & 1) != 0;

    private static ulong[] Bits(int[] ids)
    {
        var bits = new ulong[ids.Length == 0 ? 0 : (ids.Max() >> 6) + 1];
        foreach (var id in ids)
            bits[id >> 6] |= 1UL << (id & 63);
        return bits;
    }
}
