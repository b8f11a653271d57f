using System.Diagnostics;
using System.Text;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>The real program serving on a free port, until disposed.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private const string Announcement = "Open ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();

    private RunningSite(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    public int ProcessId => process.Id;

    /// <summary>What the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static Task<RunningSite> StartAsync(CancellationToken cancellation, params IEnumerable<string> arguments) =>
        StartAsync(new Dictionary<string, string>(), cancellation, arguments);

    public static async Task<RunningSite> StartAsync(
        IReadOnlyDictionary<string, string> environment, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        var site = new RunningSite(ProgramRun.Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments], environment: environment));
        try
        {
            site.Address = await site.AnnouncedAddressAsync().WaitAsync(Patience, cancellation);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private Task<Uri> AnnouncedAddressAsync()
    {
        var announced = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => announced.TrySetException(new InvalidOperationException($"The program ended:\n{Output}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return announced.Task;

        void Keep(string? line)
        {
            lock (output)
                output.AppendLine(line);
            if (line is not null && line.StartsWith(Announcement, StringComparison.Ordinal))
                announced.TrySetResult(new Uri(line[Announcement.Length..]));
        }
    }
}
