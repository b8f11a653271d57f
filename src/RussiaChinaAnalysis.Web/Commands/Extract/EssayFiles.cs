using System.Diagnostics.CodeAnalysis;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>The files that a user means by the paths on the command line.</summary>
internal sealed class EssayFiles(DocumentReaders readers, ReadingLimits limits)
{
    private static readonly EnumerationOptions InAndBelow = new()
    {
        RecurseSubdirectories = true,
        // A folder that cannot be opened is a mistake to be told, not one to be left out.
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>
    /// A file stands for itself, whatever its ending; a folder for the essays in and below it, in the order of their
    /// paths, but for hidden files and those that describe the folder (README).
    /// </summary>
    /// <exception cref="UserMistakeException">A folder cannot be opened.</exception>
    public IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? EssaysIn(path) : [path])];

    /// <param name="refusal">What is wrong with the file, fit to be shown to the user.</param>
    public bool TryRead(
        string path,
        CancellationToken cancellation,
        [NotNullWhen(true)] out SourceDocument? document,
        [NotNullWhen(false)] out string? refusal)
    {
        var result = Read(path, cancellation);
        document = (result as ReadResult.Success)?.Document;
        refusal = (result as ReadResult.Refused)?.Message;
        return document is not null;
    }

    private ReadResult Read(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return new ReadResult.Refused(RefusalReason.Malformed, "There is no such file or folder.");
        try
        {
            var length = new FileInfo(path).Length;
            // A reader would refuse it too, but only after all of it was in memory.
            return length > limits.MaximumBytes
                ? new ReadResult.Refused(RefusalReason.TooLarge, $"The file has {length} bytes and the limit is {limits.MaximumBytes}; divide it, or raise the limit.")
                : readers.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), limits, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ReadResult.Refused(RefusalReason.Malformed, failure.Message);
        }
    }

    private List<string> EssaysIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", InAndBelow).Where(file => readers.CanRead(file) && !IsReadme(file)).Order(StringComparer.Ordinal)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException(failure.Message);
        }
    }

    private static bool IsReadme(string file) =>
        string.Equals(Path.GetFileNameWithoutExtension(file), "README", StringComparison.OrdinalIgnoreCase);
}
