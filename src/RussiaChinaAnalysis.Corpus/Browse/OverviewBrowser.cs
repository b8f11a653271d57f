using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Says what the corpus holds. Safe to use from several threads.</summary>
public sealed class OverviewBrowser(ColumnStore store)
{
    private const int NewestShown = 12;

    public async Task<CorpusOverview> ReadAsync(CancellationToken cancellation)
    {
        await using var snapshot = await store.OpenAsync(cancellation);
        var columns = snapshot.Columns;
        var (passages, reported, distributions) = columns.Answer("overview", () => Count(columns), answer => answer.Distributions.Sum(facet => facet.Values.Count));
        return new(
            columns.Documents.Length,
            passages,
            reported,
            await DocumentSummaries.ReadAsync(
                snapshot.Context, [.. columns.Newest.Take(NewestShown).Select(place => columns.Documents[place].Id)], cancellation),
            distributions,
            ThemeCounter.Count(columns));
    }

    private static (int Passages, int ReportedClaims, IReadOnlyList<FacetCounts> Distributions) Count(CorpusColumns columns)
    {
        var everything = ResolvedFilter.Of(columns, PassageFilter.Everything);
        using var selected = new SelectedRows(columns, everything, hits: null);
        var (passages, distributions) = new FacetCounter(columns, everything).Count(selected);
        using var reported = new SelectedRows(columns, ResolvedFilter.Of(columns, PassageFilter.ReportedClaims), hits: null);
        return (passages, reported.All.Count(), distributions);
    }
}
