using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>
/// Connects documents with the others. A document is first stored and afterwards compared, because comparing takes ten
/// times as long; until then it has no connections, or those that it had.
/// </summary>
public sealed partial class ConnectionUpdater(
    IDbContextFactory<CorpusContext> contexts, ComparisonQueue queue, TimeProvider clock, ILogger<ConnectionUpdater> log)
{
    private readonly SearchedShare share = new(clock);

    /// <summary>
    /// Compares every document that waits for it, one after the other, beside whoever else does the same. Any failure but
    /// a cancellation is logged and no more, so that a database that cannot be reached for a while ends nobody who calls
    /// this; what could not be compared is tried again later.
    /// </summary>
    /// <returns>How many were compared.</returns>
    public async Task<int> UpdatePendingAsync(IProgress<ConnectionProgress>? progress, CancellationToken cancellation)
    {
        var updated = 0;
        try
        {
            var total = progress is null ? 0 : await queue.CountAsync(cancellation);
            while (await queue.TakeAsync(document: null, cancellation) is { } due)
            {
                if (!await CompareAsync(due, cancellation))
                    continue;
                updated++;
                progress?.Report(new(updated, Math.Max(updated, total)));
            }
        }
        catch (Exception failure) when (!IsCancellation(failure, cancellation))
        {
            LogUnreachable(failure);
        }

        return updated;
    }

    /// <summary>Compares these documents, as far as they wait for it.</summary>
    public async Task UpdateAsync(IEnumerable<int> documents, CancellationToken cancellation)
    {
        foreach (var document in documents)
        {
            if (await queue.TakeAsync(document, cancellation) is { } due)
                await CompareAsync(due, cancellation);
        }
    }

    /// <returns>Whether it is compared now.</returns>
    /// <exception cref="OperationCanceledException">The document was laid back.</exception>
    private async Task<bool> CompareAsync(DueComparison due, CancellationToken cancellation)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var began = clock.GetUtcNow().UtcDateTime;
            if (await ComparedDocument.ReadAsync(context, due.DocumentId, cancellation) is not { } document)
                return false;
            await ComparisonIndex.EnterAsync(context, document, cancellation);
            var former = await FormerConnections.ReadAsync(context, due.DocumentId, cancellation);
            var connections = await new CorpusComparison(context, document, former, share).CompareAsync(cancellation);
            if (!await StoreAsync(context, due, former, connections, began, cancellation))
                return false;
            LogConnected(due.DocumentId, connections.Count);
            return true;
        }
        catch (Exception failure) when (IsCancellation(failure, cancellation))
        {
            await queue.ReturnAsync(due);
            throw;
        }
        catch (Exception failure)
        {
            // Not laid back: it would be taken again at once, and most likely fail again.
            LogLeft(due.DocumentId, failure);
            return false;
        }
    }

    private static bool IsCancellation(Exception failure, CancellationToken cancellation) =>
        failure is OperationCanceledException && cancellation.IsCancellationRequested;

    /// <summary>In one transaction, in place of what was there.</summary>
    /// <returns>False when somebody else has compared it meanwhile; nothing was stored.</returns>
    private static async Task<bool> StoreAsync(
        CorpusContext context,
        DueComparison due,
        FormerConnections former,
        IReadOnlyList<Connection> connections,
        DateTime began,
        CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await former.ReplaceAsync(connections, cancellation);
        // Last, as whoever changes passages does it: in one order, nobody waits for each other.
        if (!await ComparisonQueue.FinishAsync(context, due, began, cancellation))
            return false;
        await transaction.CommitAsync(cancellation);
        return true;
    }

    [LoggerMessage(LogLevel.Debug, "Document {DocumentId} has {Connections} connections with others")]
    private partial void LogConnected(int documentId, int connections);

    [LoggerMessage(LogLevel.Warning, "Document {DocumentId} could not be compared with the others now; it will be tried again")]
    private partial void LogLeft(int documentId, Exception failure);

    [LoggerMessage(LogLevel.Warning, "It could not be found out which documents are still to be compared; it will be tried again")]
    private partial void LogUnreachable(Exception failure);
}

/// <param name="Done">Documents that this process has compared.</param>
/// <param name="Total">How many waited at the beginning; others may compare some of them.</param>
public sealed record ConnectionProgress(int Done, int Total);
