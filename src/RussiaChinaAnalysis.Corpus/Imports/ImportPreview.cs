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
    /// <param name="language">What a person says of the file's language; null when they say nothing.</param>
    /// <returns>Null when the file cannot be read, or the document is there no longer.</returns>
    public async Task<RevisionPreview?> FindAsync(int file, int document, string? language, CancellationToken cancellation)
    {
        var staged = await ReadAsync(file, cancellation);
        if (staged is null
            || DocumentReaders.Default.Read(staged, DocumentIngest.LimitsOf(options), cancellation) is not ReadResult.Success read)
            return null;
        var source = await SourceLanguage.StateAsync(contexts, read.Document, language, document, cancellation);
        var structure = (await arguments.PipelineAsync(cancellation)).Extract(source);
        if (await revisions.PreviewAsync(document, structure, cancellation) is not var (state, plan))
            return null;
        var known = state.Document;
        return new(
            RevisionView.Of([.. plan.Changes], state.Text, read.Document.Text),
            known.CurrentVersion,
            new(known.Title, known.Author, known.Published, known.Language));
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

/// <param name="Version">The number of the version that the file was compared with.</param>
/// <param name="Details">What the document says of itself now.</param>
public sealed record RevisionPreview(RevisionView Changes, int Version, DocumentDetails Details);
