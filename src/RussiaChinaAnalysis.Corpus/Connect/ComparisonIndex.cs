using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>By which documents are found by others: their words are counted and their figures are filed.</summary>
internal static class ComparisonIndex
{
    /// <summary>
    /// In a transaction of its own and before the document is compared, so that of two that are compared at the same
    /// moment at least one finds the other. Safe to run again.
    /// </summary>
    public static async Task EnterAsync(CorpusContext context, ComparedDocument document, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.PassageFigures
            .Where(figure => figure.Passage.DocumentId == document.Id)
            .ExecuteDeleteAsync(cancellation);
        context.AddRange(FiguresOf(document));
        await context.SaveChangesAsync(cancellation);
        // Each version's words are counted once, and only as long as no other has come.
        var isFirst = await context.DocumentVersions
            .Where(version => version.Id == document.VersionId && !version.AreWordsCounted)
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.AreWordsCounted, true), cancellation) == 1;
        var former = await FormerWords.ReleaseAsync(context, document, cancellation);
        await CorpusFrequencies.CountAsync(context, isFirst ? [.. document.Passages.Select(passage => passage.Signature.Terms)] : [], former, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IEnumerable<PassageFigure> FiguresOf(ComparedDocument document) =>
        document.Passages.SelectMany(passage => passage.Signature.Figures
            .Select(figure => FigureKey.Of(figure.Quantity)).OfType<string>().Distinct()
            .Select(key => new PassageFigure { Key = key, PassageId = passage.Id }));
}
