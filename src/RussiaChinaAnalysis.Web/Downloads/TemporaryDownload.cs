using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Web.Downloads;

/// <summary>
/// A file is made whole before the first byte of it is sent, in a place that is gone when it is closed. So a failure is
/// an error page, never half a file.
/// </summary>
internal static class TemporaryDownload
{
    private const int Buffer = 1 << 16;

    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = Buffer,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <param name="make">Writes the file.</param>
    /// <param name="name">Without the ending.</param>
    public static async Task<IResult> OfAsync(FormatDescription format, string name, Func<Stream, Task> make)
    {
        var file = Create();
        try
        {
            await make(file);
            file.Position = 0;
            return Results.Stream(file, $"{format.MediaType}{(format.MediaType.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "")}", name + format.Ending);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
