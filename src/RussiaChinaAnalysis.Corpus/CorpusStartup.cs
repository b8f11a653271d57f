using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus;

/// <summary>
/// Makes the corpus ready for use: folder, schema, codebook, seeds with their connections. Safe to run at every start.
/// </summary>
public sealed class CorpusStartup(
    CorpusOptions options, IDbContextFactory<CorpusContext> contexts, IngestBatch batch, ConnectionUpdater connections)
{
    public async Task<StartupResult> RunAsync(IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            await context.MigrateAsync(cancellation);
            var errors = await CodebookStore.LoadOnceAsync(context, options.CodebookPath, cancellation);
            if (!errors.IsEmpty)
                return new StartupResult.CodebookRefused(errors);
        }

        var seeds = Directory.Exists(options.SeedFolder)
            ? await batch.RunAsync([options.SeedFolder], progress, cancellation)
            : new IngestSummary([]);
        await connections.UpdateAsync(seeds.Stored, cancellation);
        return new StartupResult.Ready(seeds);
    }
}
