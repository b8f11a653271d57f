using System.CommandLine;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Interchange;

/// <summary>The file that a command writes: it is there whole, or it is not there.</summary>
internal static class OutputFile
{
    public static Option<string> Create() => new("--output", "-o")
    {
        Description = "The file to write. What it holds already is replaced when the new one is complete.",
        HelpName = "FILE",
        Required = true,
    };

    /// <exception cref="UserMistakeException">The file can't be written; the old one is as it was.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var unfinished = $"{path}.unfinished";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
                await write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure)
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
            if (failure is IOException or UnauthorizedAccessException)
                throw new UserMistakeException($"{path} could not be written: {failure.Message}");
            throw;
        }
    }
}
