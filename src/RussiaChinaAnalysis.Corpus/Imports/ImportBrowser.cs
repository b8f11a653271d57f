using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Answers about imports. Safe to use from several threads.</summary>
public sealed class ImportBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>Null when there is no such import.</summary>
    public async Task<ImportView?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        if (await Summaries(context.Imports.Where(import => import.Id == id && import.JobId != null)).SingleOrDefaultAsync(cancellation) is not { } summary)
            return null;
        var job = await context.Imports.Where(import => import.Id == id)
            .Select(import => new JobView(
                import.Job!.Id, import.Job.State, import.Job.Stage, import.Job.Done, import.Job.Total, import.Job.IsCancelRequested, import.Job.Problem))
            .SingleAsync(cancellation);
        var files = await context.ImportFiles.Where(file => file.ImportId == id).OrderBy(file => file.Ordinal)
            .Select(file => new ImportFileView(
                file.Id,
                file.Path,
                file.Bytes,
                file.State,
                file.Title,
                file.Author,
                file.Published,
                file.Language,
                file.Words,
                file.RevisionOf == null ? null : new DocumentName(file.RevisionOf.Id, file.RevisionOf.Title),
                file.SimilarTo == null ? null : new DocumentName(file.SimilarTo.Id, file.SimilarTo.Title),
                file.Similarity,
                file.Document == null ? null : new DocumentName(file.Document.Id, file.Document.Title),
                file.Version,
                file.Message))
            .ToListAsync(cancellation);
        return new(summary, job, files);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ImportSummary>> ListAsync(int count, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Summaries(context.Imports.Where(import => import.JobId != null).OrderByDescending(import => import.Id).Take(count))
            .ToListAsync(cancellation);
    }

    /// <summary>Every document by its title, for a choice among them.</summary>
    public async Task<IReadOnlyList<DocumentName>> DocumentsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Documents.OrderBy(document => document.TitleKey).ThenBy(document => document.Id)
            .Select(document => new DocumentName(document.Id, document.Title))
            .ToListAsync(cancellation);
    }

    private static IQueryable<ImportSummary> Summaries(IQueryable<Import> imports) => imports.Select(import => new ImportSummary(
        import.Id,
        import.Step,
        import.AskedBy,
        import.AskedAt,
        import.Files.Count,
        import.Files.Count(file => file.State == ImportFileState.Imported || file.State == ImportFileState.NewVersion),
        import.Files.Count(file => file.State == ImportFileState.Refused)));
}
