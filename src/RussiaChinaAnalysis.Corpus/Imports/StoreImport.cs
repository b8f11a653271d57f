using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Stores what was confirmed. A document and the outcome of its file are one transaction, so a file that was killed half way is simply taken again.</summary>
internal sealed class StoreImport(IDbContextFactory<CorpusContext> contexts, DocumentIngest ingest) : IJobHandler
{
    public const string JobKind = "store-import";

    public string Kind => JobKind;

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var import = int.Parse(run.Payload, CultureInfo.InvariantCulture);
        var left = await CountAsync(import, cancellation, ImportFileState.Confirmed);
        var total = left + await CountAsync(import, cancellation, ImportFileState.Imported, ImportFileState.NewVersion);
        var importedBy = await ConfirmedByAsync(import, cancellation);
        while (await NextAsync(import, cancellation) is { } file)
        {
            await run.ReportAsync($"Storing {file.Path}", total - left--, total, cancellation);
            await StoreAsync(file, importedBy, cancellation);
        }

        await run.ReportAsync("Stored", total, total, cancellation);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await ImportEnding.EndAsync(context, import, cancellation);
        return string.Empty;
    }

    public async Task AbandonAsync(JobRun run, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await ImportEnding.CallOffAsync(
            context, int.Parse(run.Payload, CultureInfo.InvariantCulture), "Called off before it was stored.", cancellation);
    }

    private async Task StoreAsync(ImportFile file, string? importedBy, CancellationToken cancellation)
    {
        var source = new SourceFile(Path.GetFileName(file.Path), file.Content!.Content);
        var details = new DocumentDetails(file.Title, file.Author, file.Published, file.Language);
        var destination = file.RevisionOfId is { } document ? new Destination.RevisionOf(document, file.Version - 1) : Destination.New;
        var result = await ingest.IngestAsync(source, details, destination, importedBy, (context, version) =>
        {
            var row = context.Attach(file);
            file.DocumentId = version.Document.Id;
            file.Version = version.Number;
            file.State = version.Number == 1 ? ImportFileState.Imported : ImportFileState.NewVersion;
            // It says so already when this is another try.
            foreach (var property in new[] { nameof(file.DocumentId), nameof(file.Version), nameof(file.State) })
                row.Property(property).IsModified = true;
        }, cancellation);
        if (result is IngestResult.Unchanged or IngestResult.Refused or IngestResult.Outdated)
            await KeepAsync(file.Id, result, cancellation);
    }

    /// <summary>What stored nothing is noted by itself.</summary>
    private async Task KeepAsync(int id, IngestResult result, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // When the lease ran out, somebody else may have stored it a moment ago.
        var file = await context.ImportFiles
            .SingleOrDefaultAsync(row => row.Id == id && row.State == ImportFileState.Confirmed, cancellation);
        if (file is null)
            return;
        if (result is IngestResult.Refused refused)
        {
            file.State = ImportFileState.Refused;
            file.Message = refused.Message;
        }
        else if (result is IngestResult.Outdated)
        {
            file.State = ImportFileState.Refused;
            file.Message = "Another version of the document came in before this one was stored; import it again to see what it changes now.";
        }
        else if (result is IngestResult.Unchanged unchanged)
        {
            file.State = ImportFileState.Unchanged;
            file.Document = await context.Documents.SingleAsync(document => document.Id == unchanged.DocumentId, cancellation);
            file.Message = "The same file is in the corpus already; nothing was stored.";
        }

        await context.SaveChangesAsync(cancellation);
    }

    private async Task<string?> ConfirmedByAsync(int import, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Imports.Where(row => row.Id == import).Select(row => row.Job!.AskedBy).SingleAsync(cancellation);
    }

    private async Task<ImportFile?> NextAsync(int import, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ImportFiles.AsNoTracking().Include(file => file.Content)
            .Where(file => file.ImportId == import && file.State == ImportFileState.Confirmed)
            .OrderBy(file => file.Ordinal)
            .FirstOrDefaultAsync(cancellation);
    }

    private async Task<int> CountAsync(int import, CancellationToken cancellation, params ImportFileState[] states)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ImportFiles.CountAsync(file => file.ImportId == import && states.Contains(file.State), cancellation);
    }
}
