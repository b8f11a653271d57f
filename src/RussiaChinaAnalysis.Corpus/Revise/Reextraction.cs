using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>
/// Reads the stored texts of the whole corpus with the extractor and the codebook as they are now. What people decided
/// stays as it is; reading a document twice changes it once, so an interrupted run is simply begun again.
/// </summary>
public sealed class Reextraction(IDbContextFactory<CorpusContext> contexts, ArgumentReader arguments, Journal journal) : IJobHandler
{
    public const string JobKind = "reextract";

    private const int MaximumAttempts = 5;

    public string Kind => JobKind;

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var report = await RunAsync(
            (title, done, total) => run.ReportAsync($"Reading {title}", done, total, cancellation), cancellation);
        return JsonSerializer.Serialize(report);
    }

    /// <summary>What was read anew before stays; there is nothing to put in order.</summary>
    public Task AbandonAsync(JobRun run, CancellationToken cancellation) => Task.CompletedTask;

    /// <param name="report">Is told before each document its title, how many are done, and how many there are.</param>
    public async Task<ReextractionReport> RunAsync(Func<string, int, int, Task> report, CancellationToken cancellation)
    {
        List<(int Id, string Title)> documents;
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            documents = [.. (await context.Documents.OrderBy(document => document.Id)
                .Select(document => new { document.Id, document.Title }).ToListAsync(cancellation)).Select(row => (row.Id, row.Title))];
        }

        var changed = new List<ReextractedDocument>();
        foreach (var (place, (id, title)) in documents.Index())
        {
            await report(title, place, documents.Count);
            if (await ReadAsync(id, cancellation) is { HasChanged: true } document)
                changed.Add(document);
        }

        await report("the last one", documents.Count, documents.Count);
        return new(documents.Count, changed);
    }

    private async Task<ReextractedDocument?> ReadAsync(int id, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            // When somebody edited the document meanwhile, it is read again with what they did.
            try
            {
                if (await TryReadAsync(id, cancellation) is (true, var document))
                    return document;
            }
            catch (DbUpdateException) when (attempt < MaximumAttempts)
            {
                continue;
            }

            if (attempt == MaximumAttempts)
                throw new InvalidOperationException($"Document {id} was edited each of {MaximumAttempts} times that it was read.");
        }
    }

    /// <returns>Whether it was stored; null instead of the document when it is there no longer.</returns>
    private async Task<(bool IsStored, ReextractedDocument? Document)> TryReadAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await CurrentAsync(context, id, cancellation) is not { } current)
            return (true, null);
        // Before the passages are locked, since it takes longest.
        var structure = (await arguments.PipelineAsync(cancellation)).Extract(SourceOf(current));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.LockPassagesAsync(id, cancellation);
        if (await DocumentState.ReadAsync(context, id, cancellation) is not { } state)
            return (true, null);
        if (state.Version.Id != current.Id || state.Document.ConcurrencyToken != current.Document.ConcurrencyToken)
            return (false, null);
        var decided = await Decided.ReadAsync(context, state, cancellation);
        var plan = RevisionPlanner.Plan(state, structure, decided, finder: null);
        var result = ReextractedDocument.Of(state.Document, plan.Changes);
        var themes = await context.Themes.ToDictionaryAsync(theme => theme.Slug, theme => theme.Id, cancellation);
        await new RevisionWriter(context, state, structure, new(structure, themes), state.Version, decided).WriteAsync(plan, cancellation);
        var pending = PendingRows.Of(context);
        if (pending.IsEmpty)
            return (true, result);
        await context.SaveChangesAsync(cancellation);
        var change = await journal.RecordAsync(context, pending, Actor.Program, DraftOf(result), cancellation);
        await transaction.CommitAsync(cancellation);
        journal.Announce(change);
        return (true, result);
    }

    private static Task<DocumentVersion?> CurrentAsync(CorpusContext context, int document, CancellationToken cancellation) =>
        context.DocumentVersions.AsNoTracking().Include(version => version.Text).Include(version => version.Document)
            .SingleOrDefaultAsync(version => version.DocumentId == document && version.Number == version.Document.CurrentVersion, cancellation);

    private static SourceDocument SourceOf(DocumentVersion version)
    {
        var document = version.Document;
        return new(version.Text.Text, version.Text.Blocks, new(document.Title, document.Author, document.Published, document.Language));
    }

    private static ChangeDraft DraftOf(ReextractedDocument result) => new(
        Actions.ReadAnew,
        FormattableString.Invariant($"Read the essay anew: {result.Relabelled} relabelled, {result.Added} added, {result.Removed} removed, {result.Kept} left as people decided"),
        result.Id,
        () => result.Id);
}

/// <param name="Read">How many documents were read.</param>
/// <param name="Changed">Those of which the program now says something else.</param>
public sealed record ReextractionReport(int Read, IReadOnlyList<ReextractedDocument> Changed);

/// <param name="Relabelled">Passages with another role, or that became or ceased to be a thesis.</param>
/// <param name="Added">Passages that the program cuts for the first time.</param>
/// <param name="Removed">Passages that it no longer cuts so.</param>
/// <param name="Kept">Passages that people decided about and that were left alone.</param>
public sealed record ReextractedDocument(int Id, string Title, int Relabelled, int Added, int Removed, int Kept)
{
    public bool HasChanged => Relabelled + Added + Removed > 0;

    internal static ReextractedDocument Of(Document document, IEnumerable<PassageChange> changes)
    {
        var all = changes.ToList();
        return new(
            document.Id,
            document.Title,
            all.Count(change => change.Fate == Fate.Renewed && IsOther(change)),
            all.Count(change => change.Fate == Fate.Added),
            all.Count(change => change.Fate == Fate.Removed),
            all.Count(change => change.Fate == Fate.Kept));
    }

    private static bool IsOther(PassageChange change) =>
        change.Former!.Role != change.Now!.Role || change.Former.IsThesis != change.Now.IsThesis;
}
