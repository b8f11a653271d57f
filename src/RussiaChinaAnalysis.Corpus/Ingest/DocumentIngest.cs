using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>From a file to stored passages, in one transaction: all of a document is stored, or nothing.</summary>
public sealed partial class DocumentIngest(
    CorpusOptions options,
    IDbContextFactory<CorpusContext> contexts,
    ArgumentReader arguments,
    TimeProvider clock,
    ILogger<DocumentIngest> log)
{
    private readonly ReadingLimits limits = LimitsOf(options);

    /// <exception cref="OperationCanceledException">The import was cancelled; nothing was stored.</exception>
    public Task<IngestResult> IngestAsync(SourceFile file, DocumentDetails? corrections, CancellationToken cancellation) =>
        IngestAsync(file, corrections, alongside: null, cancellation);

    /// <param name="alongside">Adds what is to be stored in the same transaction as the version.</param>
    /// <exception cref="OperationCanceledException">The import was cancelled; nothing was stored.</exception>
    internal async Task<IngestResult> IngestAsync(
        SourceFile file, DocumentDetails? corrections, Action<CorpusContext, DocumentVersion>? alongside, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await StoreAsync(file, corrections, alongside, cancellation);
        switch (result)
        {
            case IngestResult.Imported imported:
                LogImported(file.Name, imported.DocumentId, imported.Passages, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                break;
            case IngestResult.Unchanged unchanged:
                LogUnchanged(file.Name, unchanged.DocumentId);
                break;
            case IngestResult.Refused refused:
                LogRefused(file.Name, refused.Reason, refused.Message);
                break;
        }

        return result;
    }

    internal static ReadingLimits LimitsOf(CorpusOptions options) => new(MaximumBytes: (int)options.MaximumFileBytes);

    /// <summary>The document that holds a file of this hash, in any of its versions.</summary>
    internal static Task<int?> FindAsync(CorpusContext context, string hash, CancellationToken cancellation) =>
        context.DocumentVersions.Where(version => version.ContentHash == hash)
            .Select(version => (int?)version.DocumentId).FirstOrDefaultAsync(cancellation);

    private async Task<IngestResult> StoreAsync(
        SourceFile file, DocumentDetails? corrections, Action<CorpusContext, DocumentVersion>? alongside, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, hash, cancellation) is { } known)
            return new IngestResult.Unchanged(known);

        var reading = DocumentReaders.Default.Read(file, limits, cancellation);
        if (reading is ReadResult.Refused refused)
            return new IngestResult.Refused(refused.Reason, refused.Message);
        var read = (ReadResult.Success)reading;
        var pipeline = await arguments.PipelineAsync(cancellation);
        var structure = pipeline.Extract(read.Document);

        var themes = await context.Themes.ToDictionaryAsync(theme => theme.Slug, theme => theme.Id, cancellation);
        var rows = new DocumentRows(structure, themes);
        var version = rows.Version(file, read.MediaType, hash, corrections, clock.GetUtcNow().UtcDateTime);
        var passages = rows.Passages(version);
        // Everything here is new: looking for changes would cost more than storing it.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        context.Add(version);
        context.AddRange(passages);
        context.AddRange(rows.Relations(passages));
        alongside?.Invoke(context, version);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The hash is unique: somebody may have imported the same file at the same moment.
            await using var fresh = await contexts.CreateDbContextAsync(cancellation);
            if (await FindAsync(fresh, hash, cancellation) is { } stored)
                return new IngestResult.Unchanged(stored);
            throw;
        }

        return new IngestResult.Imported(version.Document.Id, passages.Count);
    }

    [LoggerMessage(LogLevel.Information, "Imported {Source} as document {DocumentId}: {Passages} passages in {Milliseconds:0} ms")]
    private partial void LogImported(string source, int documentId, int passages, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "Unchanged: {Source} is document {DocumentId}")]
    private partial void LogUnchanged(string source, int documentId);

    [LoggerMessage(LogLevel.Warning, "Refused {Source} ({Reason}): {Message}")]
    private partial void LogRefused(string source, RefusalReason reason, string message);
}
