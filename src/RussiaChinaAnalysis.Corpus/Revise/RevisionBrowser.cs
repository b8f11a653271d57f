using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Answers about versions of documents. Safe to use from several threads.</summary>
public sealed class RevisionBrowser(IDbContextFactory<CorpusContext> contexts)
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

    /// <summary>How many decided passages of the document wait for a place.</summary>
    public async Task<int> CountUnplacedAsync(int document, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.UnplacedPassages.CountAsync(passage => passage.DocumentId == document && passage.SettledAt == null, cancellation);
    }

    /// <summary>Null when it waits for no place.</summary>
    public async Task<UnplacedView?> FindUnplacedAsync(int document, int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var unplaced = await context.UnplacedPassages.AsNoTracking().Include(passage => passage.Document)
            .SingleOrDefaultAsync(passage => passage.Id == id && passage.DocumentId == document && passage.SettledAt == null, cancellation);
        if (unplaced is null)
            return null;
        var current = await context.DocumentVersions.AsNoTracking().Include(version => version.Text)
            .SingleAsync(version => version.DocumentId == document && version.Number == version.Document.CurrentVersion, cancellation);
        var spans = await context.Passages.Where(passage => passage.VersionId == current.Id)
            .OrderBy(passage => passage.Ordinal).Select(passage => new TextSpan(passage.Start, passage.End)).ToListAsync(cancellation);
        var former = await context.DocumentVersions.Where(version => version.Id == unplaced.VersionId)
            .Select(version => new { version.Number, version.Text.Text.Length }).SingleAsync(cancellation);
        var around = (int)((long)unplaced.Start * current.Text.Text.Length / Math.Max(1, former.Length));
        return new(unplaced, former.Number, around, current.Number, current.Text.Text, current.Text.Blocks, spans);
    }

    /// <summary>The words that a passage had when people last decided about it, and the version in which they changed; null when they are what they were.</summary>
    public async Task<FormerWords?> FindFormerAsync(int passage, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var document = await context.Passages.Where(row => row.Id == passage).Select(row => row.DocumentId).SingleOrDefaultAsync(cancellation);
        var changes = context.VersionChanges.AsNoTracking().Where(change => change.Version.DocumentId == document)
            .OrderByDescending(change => change.Version.Number).AsAsyncEnumerable();
        await foreach (var change in changes.WithCancellation(cancellation))
        {
            var reopened = change.Passages.FirstOrDefault(one => one.PassageId == passage && one.Fate == Fate.Reopened);
            if (reopened?.Former is not { Status: not Status.Suggested } and not { Origin: Origin.Person })
                continue;
            var number = await context.DocumentVersions.Where(version => version.Id == change.VersionId).Select(version => version.Number).SingleAsync(cancellation);
            var text = await context.DocumentVersions.Where(version => version.DocumentId == document && version.Number == number - 1)
                .Select(version => version.Text.Text).SingleAsync(cancellation);
            return new(number, reopened.Before!.Value.Of(text));
        }

        return null;
    }
}
