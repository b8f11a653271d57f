using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Clears away what was handed in and never confirmed, so that forgotten files do not fill the database.</summary>
public sealed partial class StagedImports(
    CorpusOptions options, IDbContextFactory<CorpusContext> contexts, TimeProvider clock, ILogger<StagedImports> log)
{
    /// <summary>Several programs may do this at once.</summary>
    /// <returns>How many imports were ended.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow().UtcDateTime - options.StagedFor;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Without a job the program was stopped while the files came in, and nobody can get at them.
        var forgotten = await context.Imports
            .Where(import => import.AskedAt < since && (import.Step == ImportStep.Review || (import.Step == ImportStep.Reading && import.JobId == null)))
            .OrderBy(import => import.Id).Select(import => new { import.Id, import.Step }).ToListAsync(cancellation);
        var message = string.Create(CultureInfo.InvariantCulture, $"Nobody confirmed it within {options.StagedFor.TotalDays:0.#} days; hand it in again.");
        var ended = 0;
        foreach (var import in forgotten)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (await context.Imports.Where(row => row.Id == import.Id && row.Step == import.Step)
                .ExecuteUpdateAsync(row => row.SetProperty(value => value.Step, ImportStep.Ended), cancellation) == 0)
                continue;
            await ImportEnding.CallOffAsync(context, import.Id, message, cancellation);
            await transaction.CommitAsync(cancellation);
            LogCleared(import.Id);
            ended++;
        }

        return ended;
    }

    [LoggerMessage(LogLevel.Information, "Cleared away import {ImportId}, which nobody confirmed")]
    private partial void LogCleared(int importId);
}
