using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Reads staged files, so that a person sees what is in them, and what is there already, before anything is stored.</summary>
internal sealed class ReadImport(
    CorpusOptions options, IDbContextFactory<CorpusContext> contexts, KnownDocuments known) : IJobHandler
{
    public const string JobKind = "read-import";

    public string Kind => JobKind;

    public async Task<string> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var import = int.Parse(run.Payload, CultureInfo.InvariantCulture);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var total = await context.ImportFiles.CountAsync(file => file.ImportId == import, cancellation);
        while (await NextAsync(context, import, cancellation) is { } file)
        {
            await run.ReportAsync($"Reading {file.Path}", file.Ordinal - 1, total, cancellation);
            await ReadAsync(context, file, cancellation);
            await context.SaveChangesAsync(cancellation);
            context.ChangeTracker.Clear();
        }

        await run.ReportAsync("Read", total, total, cancellation);
        await context.Imports.Where(row => row.Id == import && row.Step == ImportStep.Reading)
            .ExecuteUpdateAsync(row => row.SetProperty(value => value.Step, ImportStep.Review), cancellation);
        // With nothing to confirm there is nothing to look at but the report.
        if (!await context.ImportFiles.AnyAsync(file => file.ImportId == import && file.State == ImportFileState.Readable, cancellation))
            await ImportEnding.EndAsync(context, import, cancellation);
        return string.Empty;
    }

    public async Task AbandonAsync(JobRun run, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await ImportEnding.CallOffAsync(
            context, int.Parse(run.Payload, CultureInfo.InvariantCulture), "Called off before it was read.", cancellation);
    }

    private static Task<ImportFile?> NextAsync(CorpusContext context, int import, CancellationToken cancellation) =>
        context.ImportFiles.Include(file => file.Content)
            .Where(file => file.ImportId == import && file.State == ImportFileState.Waiting)
            .OrderBy(file => file.Ordinal)
            .FirstOrDefaultAsync(cancellation);

    private async Task ReadAsync(CorpusContext context, ImportFile file, CancellationToken cancellation)
    {
        var source = new SourceFile(Path.GetFileName(file.Path), file.Content!.Content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Content));
        if (await DocumentIngest.FindAsync(context, hash, cancellation) is { } there)
        {
            file.State = ImportFileState.Unchanged;
            file.Document = await context.Documents.SingleAsync(document => document.Id == there, cancellation);
            file.Message = "The same file is in the corpus already; nothing was stored.";
            return;
        }

        switch (DocumentReaders.Default.Read(source, DocumentIngest.LimitsOf(options), cancellation))
        {
            case ReadResult.Refused refused:
                file.State = ImportFileState.Refused;
                file.Message = refused.Message;
                break;
            case ReadResult.Success read:
                await DescribeAsync(file, source.Name, read.Document, cancellation);
                break;
        }
    }

    private async Task DescribeAsync(ImportFile file, string name, SourceDocument document, CancellationToken cancellation)
    {
        file.State = ImportFileState.Readable;
        file.Title ??= document.Metadata.Title;
        file.Author = document.Metadata.Author;
        file.Published = document.Metadata.Published;
        file.Language = document.Metadata.Language;
        file.Words = Words.Of(document.Text).Count();
        var there = await known.FindAsync(name, document.Text, cancellation);
        file.RevisionOfId = there.EarlierVersion;
        file.SimilarToId = there.Similar?.DocumentId;
        file.Similarity = there.Similar?.Similarity;
    }
}
