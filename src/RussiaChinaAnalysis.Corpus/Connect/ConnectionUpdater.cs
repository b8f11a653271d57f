using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>
/// Connects documents with those that are there already. A document is first stored and then compared, so of two that
/// come in at the same moment the later one finds the earlier. What was not compared, because the program was stopped in
/// between, and what people changed since, is made up for by <see cref="UpdatePendingAsync"/>.
/// </summary>
public sealed partial class ConnectionUpdater(
    IDbContextFactory<CorpusContext> contexts, TimeProvider clock, ILogger<ConnectionUpdater> log)
{
    private const int PendingAtATime = 100;

    /// <summary>
    /// Compares the document's current version anew with all others. Where that is cancelled, or the database cannot be
    /// written to now, the document is left to <see cref="UpdatePendingAsync"/>.
    /// </summary>
    /// <returns>Whether it is compared now.</returns>
    public async Task<bool> UpdateAsync(int documentId, CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            // Taken first: what changes while the document is compared is compared again.
            var began = clock.GetUtcNow().UtcDateTime;
            if (await ComparedDocument.ReadAsync(context, documentId, cancellation) is not { } document)
                return false;
            var comparison = await new CorpusComparison(context).CompareAsync(document, cancellation);
            await StoreAsync(context, document, comparison, began, cancellation);
            LogConnected(documentId, comparison.Connections.Count);
            return true;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or OperationCanceledException)
        {
            LogLeft(documentId, failure);
            return false;
        }
    }

    /// <summary>
    /// Compares every document that was stored without being compared, or whose passages were changed since, one after
    /// the other. A database that cannot be reached now ends it.
    /// </summary>
    /// <returns>How many were compared.</returns>
    public async Task<int> UpdatePendingAsync(CancellationToken cancellation)
    {
        var updated = 0;
        var last = 0;
        while (await PendingAsync(last, cancellation) is { Count: > 0 } pending)
        {
            foreach (var document in pending)
            {
                cancellation.ThrowIfCancellationRequested();
                if (await UpdateAsync(document, cancellation))
                    updated++;
            }

            last = pending[^1];
        }

        return updated;
    }

    private async Task<List<int>> PendingAsync(int after, CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await PendingIn(context, after).ToListAsync(cancellation);
        }
        catch (DbException failure)
        {
            LogUnreachable(failure);
            return [];
        }
    }

    private static IQueryable<int> PendingIn(CorpusContext context, int after)
    {
        var current = context.DocumentVersions.Where(version => version.Number == version.Document.CurrentVersion && version.DocumentId > after);
        var changed = context.Changes
            .Where(change => change.Rows.Any(row => row.Entity == nameof(Passage)))
            .Join(current, change => change.DocumentId, version => version.DocumentId, (change, version) => new { change.At, Version = version })
            .Where(pair => pair.At > pair.Version.ConnectedAt)
            .Select(pair => pair.Version.DocumentId);
        return current
            .Where(version => version.ConnectedAt == null)
            .Select(version => version.DocumentId)
            .Union(changed)
            .Order()
            .Take(PendingAtATime);
    }

    /// <summary>In one transaction, in place of what was there.</summary>
    private static async Task StoreAsync(
        CorpusContext context, ComparedDocument document, Comparison comparison, DateTime began, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = context.DocumentVersions.Where(version => version.Id == document.VersionId);
        var isFirst = await version.Where(row => row.ConnectedAt == null)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ConnectedAt, began), cancellation) > 0;
        if (!isFirst)
            await version.ExecuteUpdateAsync(update => update.SetProperty(row => row.ConnectedAt, began), cancellation);
        await context.Connections
            .Where(connection => connection.FirstDocumentId == document.Id || connection.SecondDocumentId == document.Id)
            .ExecuteDeleteAsync(cancellation);
        await context.PassageFigures
            .Where(figure => figure.Passage.DocumentId == document.Id)
            .ExecuteDeleteAsync(cancellation);
        context.AddRange(comparison.Connections);
        context.AddRange(comparison.Figures);
        await context.SaveChangesAsync(cancellation);
        // Each version's words are counted once.
        if (isFirst)
            await CorpusFrequencies.CountAsync(context, document.Passages, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Debug, "Document {DocumentId} has {Connections} connections with others")]
    private partial void LogConnected(int documentId, int connections);

    [LoggerMessage(LogLevel.Warning, "Document {DocumentId} could not be compared with the others now; it will be tried again")]
    private partial void LogLeft(int documentId, Exception failure);

    [LoggerMessage(LogLevel.Warning, "It could not be found out which documents are still to be compared; it will be tried again")]
    private partial void LogUnreachable(Exception failure);
}
