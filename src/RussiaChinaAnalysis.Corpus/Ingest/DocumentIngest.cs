using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>From a file to stored passages, in one transaction: all of a document is stored, or nothing.</summary>
public sealed partial class DocumentIngest(
    CorpusOptions options,
    IDbContextFactory<CorpusContext> contexts,
    ArgumentReader arguments,
    KnownDocuments known,
    DocumentRevision revisions,
    ComparisonQueue comparisons,
    TimeProvider clock,
    ILogger<DocumentIngest> log)
{
    private const int MaximumAttempts = 5;

    private readonly ReadingLimits limits = LimitsOf(options);

    /// <exception cref="OperationCanceledException">The import was cancelled; nothing was stored.</exception>
    public Task<IngestResult> IngestAsync(SourceFile file, DocumentDetails? corrections, CancellationToken cancellation) =>
        IngestAsync(file, corrections, Destination.Automatic, importedBy: null, alongside: null, cancellation);

    /// <param name="importedBy">The name of the person; null when a command took it in.</param>
    /// <param name="alongside">Changes what is to be stored in the same transaction as the version, which is stored by then.</param>
    /// <exception cref="OperationCanceledException">The import was cancelled; nothing was stored.</exception>
    internal async Task<IngestResult> IngestAsync(
        SourceFile file,
        DocumentDetails? corrections,
        Destination destination,
        string? importedBy,
        Action<CorpusContext, DocumentVersion>? alongside,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await StoreAsync(file, corrections, destination, importedBy, alongside, cancellation);
        switch (result)
        {
            case IngestResult.Imported imported:
                comparisons.Announce();
                LogImported(file.Name, imported.DocumentId, imported.Passages, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                break;
            case IngestResult.Revised revised:
                comparisons.Announce();
                LogRevised(file.Name, revised.DocumentId, revised.Version, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                break;
            case IngestResult.Unchanged unchanged:
                LogUnchanged(file.Name, unchanged.DocumentId);
                break;
            case IngestResult.Refused refused:
                LogRefused(file.Name, refused.Reason, refused.Message);
                break;
            case IngestResult.Outdated outdated:
                LogOutdated(file.Name, outdated.DocumentId);
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
        SourceFile file,
        DocumentDetails? corrections,
        Destination destination,
        string? importedBy,
        Action<CorpusContext, DocumentVersion>? alongside,
        CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        if (await FindAsync(hash, cancellation) is { } there)
            return new IngestResult.Unchanged(there);
        var reading = DocumentReaders.Default.Read(file, limits, cancellation);
        if (reading is ReadResult.Refused refused)
            return new IngestResult.Refused(refused.Reason, refused.Message);
        var read = (ReadResult.Success)reading;
        var revision = destination as Destination.RevisionOf;
        var document = revision is not null ? revision.DocumentId
            : destination == Destination.Automatic ? await known.FindEarlierVersionAsync(file.Name, read.Document.Text, cancellation)
            : null;
        var source = await SourceLanguage.StateAsync(contexts, read.Document, corrections?.Language, document, cancellation);
        var structure = (await arguments.PipelineAsync(cancellation)).Extract(source);
        var incoming = new IncomingText(file, read.MediaType, hash, structure, corrections, importedBy);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return document is { } id
                    ? await revisions.StoreAsync(incoming, id, revision?.SeenVersion, alongside, cancellation)
                    : await AddAsync(incoming, alongside, cancellation);
            }
            catch (DbUpdateException collision)
            {
                // The hash is unique: somebody may have imported the same file at the same moment.
                if (await FindAsync(hash, cancellation) is { } stored)
                    return new IngestResult.Unchanged(stored);
                // Or somebody edited the document that is revised, or wrote a note on what was to go; then the plan is made anew.
                if ((collision is not DbUpdateConcurrencyException && document is null) || attempt == MaximumAttempts)
                    throw;
            }
        }
    }

    private async Task<IngestResult> AddAsync(
        IncomingText incoming, Action<CorpusContext, DocumentVersion>? alongside, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await incoming.RowsAsync(context, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var version = incoming.Version(rows, rows.Document(incoming.File, incoming.Corrections, now), now);
        var passages = rows.Passages(version);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.InsertAsync([version, .. passages, .. rows.Relations(passages)], cancellation);
        alongside?.Invoke(context, version);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new IngestResult.Imported(version.Document.Id, passages.Count);
    }

    private async Task<int?> FindAsync(string hash, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(context, hash, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Imported {Source} as document {DocumentId}: {Passages} passages in {Milliseconds:0} ms")]
    private partial void LogImported(string source, int documentId, int passages, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Imported {Source} as version {Version} of document {DocumentId} in {Milliseconds:0} ms")]
    private partial void LogRevised(string source, int documentId, int version, double milliseconds);

    [LoggerMessage(LogLevel.Debug, "Unchanged: {Source} is document {DocumentId}")]
    private partial void LogUnchanged(string source, int documentId);

    [LoggerMessage(LogLevel.Warning, "Not stored: {Source} was to follow a version of document {DocumentId} that is no longer the current one")]
    private partial void LogOutdated(string source, int documentId);

    [LoggerMessage(LogLevel.Warning, "Refused {Source} ({Reason}): {Message}")]
    private partial void LogRefused(string source, RefusalReason reason, string message);
}
