using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>Ingests files, folders and archives, one file after the other.</summary>
public sealed class IngestBatch(CorpusOptions options, DocumentIngest ingest)
{
    /// <summary>
    /// Files are taken in the order of the paths, those of a folder and the folders below it in the order of their
    /// names. In a folder, hidden files and the one called README are left alone. A .zip stands for the files in it. A
    /// file that can't be read is refused; the others are still ingested.
    /// </summary>
    /// <exception cref="OperationCanceledException">What was imported before stays.</exception>
    public async Task<IngestSummary> RunAsync(
        IReadOnlyList<string> paths, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        var files = paths.SelectMany(FilesAt).ToList();
        var outcomes = new List<IngestOutcome>(files.Count);
        var (done, total) = (0, files.Count);
        foreach (var file in files)
        {
            if (!ZipFiles.IsZip(file))
                Add(new(file, await IngestAsync(file, cancellation)));
            else
                await foreach (var outcome in UnpackAsync(file, more => total += more, cancellation))
                    Add(outcome);
        }

        return new(outcomes);

        void Add(IngestOutcome outcome)
        {
            outcomes.Add(outcome);
            progress?.Report(new(++done, Math.Max(done, total), outcome));
        }
    }

    /// <param name="grow">Is told by how many the files are more than the one that the archive was counted as.</param>
    private async IAsyncEnumerable<IngestOutcome> UnpackAsync(
        string path, Action<int> grow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<UnpackedFile> files = [];
        IngestOutcome? refused = null;
        try
        {
            await using var archive = File.OpenRead(path);
            files.AddRange(ZipFiles.Read(Path.GetFileName(path), archive, options.MaximumFileBytes, cancellation));
        }
        catch (InvalidDataException refusal)
        {
            refused = new(path, new IngestResult.Refused(RefusalReason.Malformed, refusal.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            refused = new(path, Unreadable(path, exception));
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        grow(files.Count - 1);
        foreach (var file in files)
        {
            yield return new($"{path}/{file.Path}", file.Refusal is { } refusal
                ? new IngestResult.Refused(RefusalReason.Unreadable, refusal)
                : await ingest.IngestAsync(new SourceFile(Path.GetFileName(file.Path), file.Content), corrections: null, cancellation));
        }
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return Unreadable(path, exception);
        }
    }

    private static IngestResult.Refused Unreadable(string path, Exception exception) => new(
        RefusalReason.Unreadable,
        exception is FileNotFoundException or DirectoryNotFoundException
            ? $"{path} does not exist; check the path."
            : $"{path} could not be read; check that it is a file and that you may read it.");
}
