using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Says what the corpus holds. Safe to use from several threads.</summary>
public sealed class OverviewBrowser(IDbContextFactory<CorpusContext> contexts)
{
    private const int NewestShown = 12;

    public async Task<CorpusOverview> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var filter = await ResolvedFilter.ReadAsync(context, PassageFilter.Everything, cancellation);
        var (passages, distributions) = await new FacetCounter(context, filter).CountAsync(cancellation);
        var newest = await context.Documents
            .OrderByDescending(document => document.ImportedAt).ThenByDescending(document => document.Id)
            .Select(document => document.Id).Take(NewestShown).ToListAsync(cancellation);
        return new(
            await context.Documents.CountAsync(cancellation),
            passages,
            await DocumentSummaries.ReadAsync(context, newest, cancellation),
            distributions,
            await ThemeCounter.CountAsync(context, filter.Themes, context.Passages, cancellation));
    }
}
