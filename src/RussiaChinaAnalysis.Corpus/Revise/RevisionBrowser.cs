using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Answers about versions of documents. Safe to use from several threads.</summary>
public sealed class RevisionBrowser(IDbContextFactory<CorpusContext> contexts, TimeProvider clock)
{
    /// <summary>The newest version first; null when there is no such document.</summary>
    public async Task<DocumentHistory?> HistoryAsync(int document, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var head = await context.Documents.Where(row => row.Id == document)
            .Select(row => new { row.Title, row.CurrentVersion }).SingleOrDefaultAsync(cancellation);
        if (head is null)
            return null;
        var changes = await context.VersionChanges.Where(change => change.Version.DocumentId == document)
            .ToDictionaryAsync(change => change.VersionId, change => RevisionCounts.Of(change.Passages), cancellation);
        var versions = await context.DocumentVersions.Where(version => version.DocumentId == document)
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Id, version.Number, version.ImportedAt, version.Words })
            .ToListAsync(cancellation);
        var unplaced = await context.UnplacedPassages.AsNoTracking()
            .Where(passage => passage.DocumentId == document && passage.SettledAt == null)
            .OrderBy(passage => passage.VersionId).ThenBy(passage => passage.Start).ThenBy(passage => passage.Id)
            .ToListAsync(cancellation);
        return new(
            document,
            head.Title,
            head.CurrentVersion,
            [.. versions.Select(version => new VersionLine(version.Number, version.ImportedAt, version.Words, changes.GetValueOrDefault(version.Id)))],
            unplaced);
    }

    /// <summary>Null when there is no such version.</summary>
    public async Task<VersionView?> FindAsync(int document, int number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var versions = await context.DocumentVersions.AsNoTracking()
            .Where(version => version.DocumentId == document && version.Number >= number - 1 && version.Number <= number + 1)
            .Include(version => version.Document).Include(version => version.Text)
            .ToDictionaryAsync(version => version.Number, cancellation);
        if (!versions.TryGetValue(number, out var shown))
            return null;
        var ids = versions.Values.Select(version => version.Id).ToList();
        var changes = await context.VersionChanges.AsNoTracking().Where(change => ids.Contains(change.VersionId))
            .ToDictionaryAsync(change => change.VersionId, change => change.Passages, cancellation);
        return new(
            document,
            shown.Document.Title,
            number,
            shown.Document.CurrentVersion,
            shown.ImportedAt,
            shown.Text.Text,
            shown.Text.Blocks,
            versions.TryGetValue(number + 1, out var next) && changes.TryGetValue(next.Id, out var after)
                ? [.. after.Where(change => change.Before is not null).OrderBy(change => change.Before)]
                : [],
            versions.TryGetValue(number - 1, out var former) && changes.TryGetValue(shown.Id, out var before)
                ? RevisionView.Of(before, former.Text.Text, shown.Text.Text)
                : null);
    }

    /// <summary>Somebody has dealt with a passage that could not be placed: it is no longer listed, and not removed.</summary>
    public async Task SettleAsync(int document, int unplaced, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await context.UnplacedPassages.Where(passage => passage.Id == unplaced && passage.DocumentId == document && passage.SettledAt == null)
            .ExecuteUpdateAsync(passage => passage.SetProperty(row => row.SettledAt, now), cancellation);
    }
}
