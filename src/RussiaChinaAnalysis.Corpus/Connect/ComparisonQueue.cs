using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>
/// The documents that are still to be compared with the others. The database keeps them, so that a restart goes on and
/// several programs share the work. Whoever takes a document has it for a while; when that program is killed, another
/// takes the document afterwards.
/// </summary>
public sealed class ComparisonQueue(IDbContextFactory<CorpusContext> contexts, TimeProvider clock) : IDisposable
{
    /// <summary>A document that takes longer may be compared by two; what one of them found is stored.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly WorkSignal signal = new();

    private static Expression<Func<DocumentVersion, bool>> IsCurrent { get; } = version => version.Number == version.Document.CurrentVersion;

    private static Expression<Func<DocumentVersion, bool>> IsDue { get; } =
        version => version.ConnectedAt == null || version.UncomparedChange != null;

    /// <summary>Wakes who compares in this process.</summary>
    public void Announce() => signal.Raise();

    /// <summary>Until something is announced, at the longest for <paramref name="patience"/>.</summary>
    public Task WaitAsync(TimeSpan patience, CancellationToken cancellation) => signal.WaitAsync(patience, cancellation);

    /// <summary>
    /// The current versions of these documents are to be compared anew. Part of the caller's transaction; afterwards
    /// call <see cref="Announce"/>.
    /// </summary>
    internal static async Task MarkAsync(CorpusContext context, IEnumerable<int> documents, CancellationToken cancellation)
    {
        var change = Guid.NewGuid();
        // One after the other and in one order everywhere, so that two who decide about many never wait for each other.
        foreach (var document in documents.Order())
        {
            await context.DocumentVersions.Where(version => version.DocumentId == document).Where(IsCurrent)
                .ExecuteUpdateAsync(version => version.SetProperty(row => row.UncomparedChange, change), cancellation);
        }
    }

    /// <summary>How many wait, or are being compared by somebody.</summary>
    internal async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.DocumentVersions.Where(IsDue).CountAsync(IsCurrent, cancellation);
    }

    /// <summary>A document that waits, given to nobody else who asks; null when there is none.</summary>
    /// <param name="document">Only this one; null for any.</param>
    internal async Task<DueComparison?> TakeAsync(int? document, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        while (await NextAsync(context, document, cancellation) is { } next)
        {
            var until = Now + Lease;
            var taken = await context.DocumentVersions
                .Where(version => version.Id == next.VersionId && version.ConnectedAt == next.ConnectedAt && version.UncomparedChange == next.Change)
                .Where(IsFree(Now))
                .ExecuteUpdateAsync(version => version.SetProperty(row => row.ComparingUntil, until), cancellation);
            // Otherwise somebody else was faster, or it was changed at this moment.
            if (taken == 1)
                return next;
        }

        return null;
    }

    /// <summary>Lays a document back for somebody else, at once.</summary>
    internal async Task ReturnAsync(DueComparison due)
    {
        // Also said while the process stops, so it can't be cancelled.
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        await context.DocumentVersions.Where(version => version.Id == due.VersionId && version.ConnectedAt == due.ConnectedAt)
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.ComparingUntil, (DateTime?)null), CancellationToken.None);
    }

    /// <summary>Notes that it is compared; what changed since it was taken is still to be compared. Part of the caller's transaction.</summary>
    /// <param name="began">UTC.</param>
    /// <returns>False when somebody else has compared it meanwhile.</returns>
    internal static async Task<bool> FinishAsync(CorpusContext context, DueComparison due, DateTime began, CancellationToken cancellation) =>
        await context.DocumentVersions.Where(version => version.Id == due.VersionId && version.ConnectedAt == due.ConnectedAt)
            .ExecuteUpdateAsync(
                version => version.SetProperty(row => row.ConnectedAt, began)
                    .SetProperty(row => row.ComparingUntil, (DateTime?)null)
                    .SetProperty(row => row.UncomparedChange, row => row.UncomparedChange == due.Change ? null : row.UncomparedChange),
                cancellation) == 1;

    public void Dispose() => signal.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What people have changed goes before what a long import has brought.</summary>
    private async Task<DueComparison?> NextAsync(CorpusContext context, int? document, CancellationToken cancellation)
    {
        var free = context.DocumentVersions.Where(IsCurrent).Where(IsFree(Now));
        if (document is { } only)
            free = free.Where(version => version.DocumentId == only);
        return await FirstAsync(free.Where(version => version.UncomparedChange != null), cancellation)
            ?? await FirstAsync(free.Where(version => version.ConnectedAt == null), cancellation);
    }

    private static Task<DueComparison?> FirstAsync(IQueryable<DocumentVersion> versions, CancellationToken cancellation) => versions
        .OrderBy(version => version.Id)
        .Select(version => new DueComparison(version.DocumentId, version.Id, version.ConnectedAt, version.UncomparedChange))
        .FirstOrDefaultAsync(cancellation);

    private static Expression<Func<DocumentVersion, bool>> IsFree(DateTime now) =>
        version => version.ComparingUntil == null || version.ComparingUntil < now;
}

/// <summary>A document in the hands of who compares it, as it was when it was taken.</summary>
/// <param name="ConnectedAt">When it had been compared before.</param>
/// <param name="Change">The latest change to its passages that no comparison has seen.</param>
internal sealed record DueComparison(int DocumentId, int VersionId, DateTime? ConnectedAt, Guid? Change);
