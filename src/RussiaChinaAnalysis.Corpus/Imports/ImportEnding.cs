using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>The last step of an import: every file has an outcome, and nothing stays staged.</summary>
internal static class ImportEnding
{
    public static async Task EndAsync(CorpusContext context, int import, CancellationToken cancellation)
    {
        await context.Imports.Where(row => row.Id == import)
            .ExecuteUpdateAsync(row => row.SetProperty(value => value.Step, ImportStep.Ended), cancellation);
        await context.Set<StagedFile>()
            .Where(content => context.ImportFiles.Any(file => file.Id == content.FileId && file.ImportId == import))
            .ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Gives those that have no outcome yet this one.</summary>
    public static async Task CallOffAsync(CorpusContext context, int import, string message, CancellationToken cancellation)
    {
        await context.ImportFiles
            .Where(file => file.ImportId == import
                && (file.State == ImportFileState.Waiting || file.State == ImportFileState.Readable || file.State == ImportFileState.Confirmed))
            .ExecuteUpdateAsync(
                file => file.SetProperty(row => row.State, ImportFileState.Cancelled).SetProperty(row => row.Message, message), cancellation);
        await EndAsync(context, import, cancellation);
    }
}
