using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Interchange.Aif;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Interchange.Argdown;
using RussiaChinaAnalysis.Corpus.Interchange.Brat;
using RussiaChinaAnalysis.Corpus.Interchange.Refi;
using RussiaChinaAnalysis.Corpus.Interchange.Tables;
using RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Writes the corpus, or what a filter selects of it, in the formats of other tools.</summary>
public sealed class CorpusExport(IDbContextFactory<CorpusContext> contexts)
{
    private static readonly IInterchangeFormat[] Partial =
    [
        new WebAnnotationWriter(), new AifWriter(), new ArgdownWriter(), new RefiProjectWriter(), new RefiCodebookWriter(), new BratWriter(), new PassageTableWriter(),
    ];

    /// <summary>Formats for a selection of passages.</summary>
    public static IReadOnlyList<FormatDescription> Formats { get; } = [.. Partial.Select(format => format.Description)];

    /// <summary>The format that holds everything, and always the whole corpus.</summary>
    public static FormatDescription Archive => ArchiveWriter.Description;

    /// <summary>Null when there is no such format.</summary>
    public static FormatDescription? Find(string key) =>
        key == Archive.Key ? Archive : Formats.FirstOrDefault(format => format.Key == key);

    /// <param name="format">One that <see cref="Find"/> gave. The archive does not heed the filter.</param>
    /// <exception cref="ArchiveTooLargeException">The archive could not be taken in again.</exception>
    public async Task WriteAsync(
        FormatDescription format, PassageFilter filter, Stream output, IProgress<ExportProgress>? progress, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        if (format == Archive)
        {
            await new ArchiveWriter(context, ArchiveLimits.Default).WriteAsync(output, progress, cancellation);
            return;
        }

        var writer = Partial.Single(writer => writer.Description == format);
        var corpus = await new InterchangeReader(context).ReadAsync(filter, writer.KeepsRejected, cancellation);
        await writer.WriteAsync(corpus, output, new CountedProgress(progress, corpus.DocumentCount), cancellation);
    }
}
