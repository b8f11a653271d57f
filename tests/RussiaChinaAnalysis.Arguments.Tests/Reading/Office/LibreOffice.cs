using System.Diagnostics;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Office;

/// <summary>LibreOffice without a screen, in a folder and with a profile of its own.</summary>
public sealed class LibreOffice : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("office-");

    public string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <param name="format">The ending, perhaps with a filter and its options after a colon.</param>
    /// <returns>The path of the new file, beside the old one.</returns>
    public string Convert(string path, string format, string? inputFilter = null)
    {
        string[] filter = inputFilter is null ? [] : [$"--infilter={inputFilter}"];
        var start = new ProcessStartInfo("soffice",
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri}",
            "--headless", "--norestore", .. filter, "--convert-to", format, "--outdir", folder.FullName, path,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("LibreOffice did not end.");
        }

        var converted = Path.ChangeExtension(path, format.Split(':')[0]);
        return File.Exists(converted) ? converted : throw new FileNotFoundException(output.Result + errors.Result, converted);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
