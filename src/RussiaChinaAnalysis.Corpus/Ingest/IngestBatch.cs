using System.Globalization;
using System.Security;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>Ingests files and folders, one file after the other.</summary>
public sealed class IngestBatch(CorpusOptions options, DocumentIngest ingest)
{
    /// <summary>
    /// Files are taken in the order of the paths, those of a folder and the folders below it in the order of their
    /// names. In a folder, hidden files and the one called README are left alone. A file that can't be read is refused;
    /// the others are still ingested.
    /// </summary>
    /// <exception cref="OperationCanceledException">What was imported before stays.</exception>
    public async Task<IngestSummary> RunAsync(
        IReadOnlyList<string> paths, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        var files = paths.SelectMany(FilesAt).ToList();
        var outcomes = new List<IngestOutcome>(files.Count);
        foreach (var file in files)
        {
            var outcome = new IngestOutcome(file, await IngestAsync(file, cancellation));
            outcomes.Add(outcome);
            progress?.Report(new(outcomes.Count, files.Count, outcome));
        }

        return new(outcomes);
    }

    private static IEnumerable<string> FilesAt(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        // Links are not followed, because they may lead in circles.
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        return Directory.EnumerateFiles(path, "*", everything)
            .Where(file => !Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
    }

    private async Task<IngestResult> IngestAsync(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        try
        {
            // Not even opened when it is too large to be held in memory.
            var size = new FileInfo(path).Length;
            if (size > options.MaximumFileBytes)
            {
                return new IngestResult.Refused(RefusalReason.TooLarge, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {size} bytes large and the limit is {options.MaximumFileBytes}; divide it, or raise the limit."));
            }

            var content = await File.ReadAllBytesAsync(path, cancellation);
            return await ingest.IngestAsync(new SourceFile(name, content), corrections: null, cancellation);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new IngestResult.Refused(RefusalReason.Unreadable, $"{path} does not exist; check the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return new IngestResult.Refused(
                RefusalReason.Unreadable, $"{path} could not be read; check that it is a file and that you may read it.");
        }
    }
}
