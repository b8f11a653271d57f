using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Says what a staged file would change as the next version of a document, before anything is stored.</summary>
public sealed class ImportPreview(
    CorpusOptions options, IDbContextFactory<CorpusContext> contexts, ArgumentReader arguments, DocumentRevision revisions)
{
    /// <summary>Null when the file or the document is there no longer.</summary>
    public async Task<RevisionView?> FindAsync(int file, int document, CancellationToken cancellation)
    {
        var staged = await ReadAsync(file, cancellation);
        if (staged is null
            || DocumentReaders.Default.Read(staged, DocumentIngest.LimitsOf(options), cancellation) is not ReadResult.Success read)
            return null;
        var structure = (await arguments.PipelineAsync(cancellation)).Extract(read.Document);
        return await revisions.PreviewAsync(document, structure, cancellation) is var (state, plan)
            ? RevisionView.Of([.. plan.Changes], state.Text, read.Document.Text)
            : null;
    }

    private async Task<SourceFile?> ReadAsync(int file, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ImportFiles.Where(row => row.Id == file && row.Content != null)
            .Select(row => new { row.Path, row.Content!.Content })
            .SingleOrDefaultAsync(cancellation) is { } staged
            ? new SourceFile(Path.GetFileName(staged.Path), staged.Content)
            : null;
    }
}
