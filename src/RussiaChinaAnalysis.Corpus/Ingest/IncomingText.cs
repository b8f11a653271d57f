using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>A file that was read and whose argument was extracted, on its way into the corpus.</summary>
/// <param name="Hash">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="ImportedBy">The name of the person; null when a command took it in.</param>
internal sealed record IncomingText(
    SourceFile File, string MediaType, string Hash, ArgumentStructure Structure, DocumentDetails? Corrections, string? ImportedBy)
{
    public async Task<DocumentRows> RowsAsync(CorpusContext context, CancellationToken cancellation) => new(
        Structure, await context.Themes.ToDictionaryAsync(theme => theme.Slug, theme => theme.Id, cancellation));

    public DocumentVersion Version(DocumentRows rows, Document document, DateTime now) =>
        rows.Version(document, File, MediaType, Hash, now);
}
