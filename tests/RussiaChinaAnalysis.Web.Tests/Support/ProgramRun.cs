using System.Diagnostics;
using System.Text;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>One run of the real program to its end.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Complaints)
{
    public static async Task<ProgramRun> OfAsync(CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var complaints = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new ProgramRun(process.ExitCode, await output, await complaints);
    }

    /// <summary>Starts the program with nothing on its standard input and its outputs redirected.</summary>
    public static Process Start(IEnumerable<string> arguments, string? currentFolder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Build.Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = currentFolder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
