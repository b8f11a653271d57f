using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>What a search found.</summary>
internal sealed record SearchHits(RowSet Rows)
{
    public static async Task<SearchHits> ReadAsync(CorpusSnapshot snapshot, SearchQuery query, CancellationToken cancellation)
    {
        var passages = await snapshot.Context.Search.FindAllAsync(query, cancellation);
        return new(RowSet.Of(snapshot.Columns.Finder.RowsOf(passages), snapshot.Columns.Size));
    }
}

/// <summary>What a search found, best first.</summary>
/// <param name="Passages">Ids, by rank and then by id.</param>
/// <param name="Ranks">Of the passage at the same place; lower is better.</param>
internal sealed record RankedHits(int[] Passages, double[] Ranks)
{
    public static async Task<RankedHits> ReadAsync(CorpusSnapshot snapshot, SearchQuery query, CancellationToken cancellation)
    {
        var hits = await snapshot.Context.Search.Find(query).ToListAsync(cancellation);
        // What a database finds comes in no certain order, so among equals the id decides.
        hits.Sort((left, right) => (left.Rank, left.PassageId).CompareTo((right.Rank, right.PassageId)));
        return new([.. hits.Select(hit => hit.PassageId)], [.. hits.Select(hit => hit.Rank)]);
    }
}
