using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Full-text search over the quotes of all passages: the part of browsing that every database does in its own way.</summary>
public abstract class PassageSearch
{
    /// <summary>Every passage in which all terms occur, in no order. Composable.</summary>
    public abstract IQueryable<SearchHit> Find(SearchQuery query);

    /// <summary>The ids of all of them, in no certain order.</summary>
    public virtual Task<int[]> FindAllAsync(SearchQuery query, CancellationToken cancellation) =>
        Find(query).Select(hit => hit.PassageId).ToArrayAsync(cancellation);

    /// <summary>Where the terms occur in the quotes of the given passages, in order.</summary>
    /// <param name="found">In about how many passages they occur: few are gone through more quickly than each is looked up.</param>
    public abstract Task<IReadOnlyDictionary<int, IReadOnlyList<TextSpan>>> HighlightAsync(
        SearchQuery query, IReadOnlyCollection<int> passages, int found, CancellationToken cancellation);
}

/// <param name="Rank">Lower is better.</param>
public sealed record SearchHit(int PassageId, double Rank);
