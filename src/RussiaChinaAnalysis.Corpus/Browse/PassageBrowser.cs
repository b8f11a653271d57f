using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Answers about passages. Safe to use from several threads.</summary>
public sealed class PassageBrowser(BrowseContexts contexts, ColumnStore store)
{
    /// <summary>
    /// One page with its counts. What the query names and the corpus does not hold is left out and said in
    /// <see cref="PassagePage.Problems"/>; so is a cursor that is broken or belongs to another sort order, in place of
    /// which the first page is given.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not from 1 to 200.</exception>
    public async Task<PassagePage> ListAsync(PassageQuery query, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Size, 200);
        await using var snapshot = await store.OpenAsync(cancellation);
        var columns = snapshot.Columns;
        var filter = ResolvedFilter.Of(columns, query.Filter);
        var hits = filter.Search is { } search ? await HitsAsync(snapshot, search, cancellation) : null;
        var matcher = new PassageMatcher(columns, filter, hits);
        var (total, facets) = columns.Answer(
            ("facets", filter.Key),
            () => new FacetCounter(columns, filter).Count(matcher),
            answer => answer.Facets.Sum(facet => facet.Values.Count));
        var ordering = new PassageOrdering(columns, matcher, query.Sort, hits);

        var problems = new List<string>(filter.Problems);
        var backwards = query.Before is not null;
        PageCursor? cursor = null;
        if ((query.Before ?? query.After) is { } text)
        {
            cursor = PageCursor.Parse(text, ordering.Sort);
            if (cursor is null)
            {
                problems.Add("The place in the list could not be read; this is the first page.");
                backwards = false;
            }
        }

        var places = columns.Answer(
            ("places", filter.Key, ordering.Sort, cursor, backwards, query.Size),
            () => ordering.Follow(cursor, backwards, query.Size + 1).ToArray(),
            answer => answer.Length).ToList();
        var more = places.Count > query.Size;
        if (more)
            places.RemoveAt(query.Size);
        if (backwards)
            places.Reverse();

        var rows = await new PassageRows(snapshot.Context, filter.Themes)
            .ReadAsync([.. places.Select(place => place.Id)], filter.Search, cancellation);
        // Where one comes from there is a page too.
        var hasNext = places.Count > 0 && (backwards || more);
        var hasPrevious = places.Count > 0 && (backwards ? more : cursor is not null);
        return new PassagePage(
            rows,
            total,
            hasNext ? ordering.CursorAt(places[^1]).ToString() : null,
            hasPrevious ? ordering.CursorAt(places[0]).ToString() : null,
            facets)
        {
            Description = FilterDescription.Of(filter.Filter, filter.NameOf),
            Filter = filter.Filter,
            Undecided = Undecided(filter, facets),
            Problems = problems,
        };
    }

    /// <summary>The facet counts what its own choices would leave out too.</summary>
    private static int Undecided(ResolvedFilter filter, IReadOnlyList<FacetCounts> facets)
    {
        var suggested = FacetWords.Key(Status.Suggested);
        var isLeftOut = filter.Values(Facet.Status, negated: true).Contains(suggested)
            || filter.Values(Facet.Status, negated: false).ToList() is { Count: > 0 } chosen && !chosen.Contains(suggested);
        return isLeftOut ? 0 : facets.Single(facet => facet.Facet == Facet.Status).Values.FirstOrDefault(value => value.Value == suggested)?.Count ?? 0;
    }

    /// <summary>Null when there is no such passage.</summary>
    public async Task<PassageView?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateDbContext();
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await new PassageViewReader(context, await ThemeIndex.ReadAsync(context, cancellation)).ReadAsync(id, cancellation);
    }

    private static async Task<SearchHits> HitsAsync(CorpusSnapshot snapshot, SearchQuery search, CancellationToken cancellation)
    {
        var key = ("hits", string.Join('\n', search.Terms));
        if (snapshot.Columns.Answers.TryGetValue(key, out SearchHits? hits))
            return hits!;
        hits = await SearchHits.ReadAsync(snapshot, search, cancellation);
        snapshot.Columns.Keep(key, hits, hits.Passages.Length / 8);
        return hits;
    }
}
