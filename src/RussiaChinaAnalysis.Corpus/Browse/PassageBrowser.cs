using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Answers about passages. Safe to use from several threads.</summary>
public sealed class PassageBrowser(BrowseContexts contexts, ColumnStore store)
{
    private const int StreamPart = PageSize.Largest;

    /// <summary>So many passages can be ranked while somebody waits. Words that are in more say little about any of them.</summary>
    public int MostRanked { get; init; } = 30_000;

    /// <summary>
    /// One page with its counts. What the query names and the corpus does not hold is left out and said in
    /// <see cref="PassagePage.Problems"/>; so is a cursor that is broken or belongs to another sort order, in place of
    /// which the first page is given.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not from 1 to 200.</exception>
    public async Task<PassagePage> ListAsync(PassageQuery query, CancellationToken cancellation)
    {
        PageSize.Check(query.Size);
        await using var snapshot = await store.OpenAsync(cancellation);
        var columns = snapshot.Columns;
        var filter = ResolvedFilter.Of(columns, query.Filter);
        var problems = new List<string>(filter.Problems);
        var (hits, ranked) = await SearchAsync(snapshot, filter.Search, query.Sort, cancellation);
        using var selected = new SelectedRows(columns, filter, hits);
        var (total, facets) = columns.Answer(
            ("facets", filter.Key),
            () => new FacetCounter(columns, filter).Count(selected),
            answer => answer.Facets.Sum(facet => facet.Values.Count));
        var ordering = new PassageOrdering(columns, selected, query.Sort, ranked);

        var page = PageOfPlaces.Of(query, ordering, (from, backwards) => columns.Answer(
            ("places", filter.Key, ordering.Sort, from, backwards, query.Size),
            () => ordering.Follow(from, backwards, query.Size + 1).ToArray(),
            answer => answer.Length));
        if (page.Problem is not null)
            problems.Add(page.Problem);

        var rows = await new PassageRows(snapshot.Context, filter.Themes).ReadAsync([.. page.Places.Select(place => place.Id)], cancellation);
        if (filter.Search is { } search && rows.Count > 0)
        {
            var spans = await snapshot.Context.Search.HighlightAsync(search, [.. rows.Select(row => row.Id)], hits!.Rows.Count, cancellation);
            rows = rows.ConvertAll(row => row with { Hits = spans.GetValueOrDefault(row.Id, []) });
        }

        return new PassagePage(
            rows,
            total,
            page.HasNext ? ordering.CursorAt(page.Places[^1]).ToString() : null,
            page.HasPrevious ? ordering.CursorAt(page.Places[0]).ToString() : null,
            facets)
        {
            Description = FilterDescription.Of(filter.Filter, filter.NameOf),
            Filter = filter.Filter,
            Undecided = Undecided(filter, facets),
            Problems = problems,
            // The order of one is no question.
            Notice = query.Sort == PassageSort.Relevance && hits is not null && ranked is null && total > 1 ? TooManyToRank() : null,
        };
    }

    /// <summary>
    /// All that match, in their order, without counts and without where the words of a search stand. The order is worked
    /// out once; the rows are read a part at a time, each as it is then, so that a slow reader holds up nothing.
    /// </summary>
    public async IAsyncEnumerable<PassageRow> StreamAsync(
        PassageFilter filter, PassageSort sort, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in (await OrderAsync(filter, sort, cancellation)).Chunk(StreamPart))
        {
            foreach (var row in await ReadAsync(part, cancellation))
                yield return row;
        }
    }

    private async Task<int[]> OrderAsync(PassageFilter asked, PassageSort sort, CancellationToken cancellation)
    {
        await using var snapshot = await store.OpenAsync(cancellation);
        var columns = snapshot.Columns;
        var filter = ResolvedFilter.Of(columns, asked);
        var (hits, ranked) = await SearchAsync(snapshot, filter.Search, sort, cancellation);
        using var selected = new SelectedRows(columns, filter, hits);
        return [.. new PassageOrdering(columns, selected, sort, ranked).Follow(from: null, backwards: false, columns.Size).Select(place => place.Id)];
    }

    private async Task<List<PassageRow>> ReadAsync(int[] ids, CancellationToken cancellation)
    {
        await using var context = contexts.CreateDbContext();
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await new PassageRows(context, await ThemeIndex.ReadAsync(context, cancellation)).ReadAsync(ids, cancellation);
    }

    private string TooManyToRank() => string.Create(
        CultureInfo.InvariantCulture,
        $"The words searched for are in more than {MostRanked:N0} passages, too many to say which match best; what is listed stands in the order of the documents.");

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

    /// <summary>What is searched for, with the ranks where the order asks for them.</summary>
    private async Task<(SearchHits?, RankedHits?)> SearchAsync(
        CorpusSnapshot snapshot, SearchQuery? search, PassageSort sort, CancellationToken cancellation)
    {
        if (search is null)
            return (null, null);
        var terms = string.Join('\n', search.Terms);
        var hits = await snapshot.Columns.AnswerAsync(
            ("hits", terms), () => SearchHits.ReadAsync(snapshot, search, cancellation), hits => hits.Rows.Count / 16);
        if (sort != PassageSort.Relevance || hits.Rows.Count > MostRanked)
            return (hits, null);
        return (hits, await snapshot.Columns.AnswerAsync(
            ("ranks", terms), () => RankedHits.ReadAsync(snapshot, search, cancellation), ranked => ranked.Passages.Length / 8));
    }
}
