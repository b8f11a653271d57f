using System.Diagnostics;
using System.Net;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>A program that serves, in a process of its own.</summary>
internal sealed class MeasuredSite : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private MeasuredSite(Process process, Uri address)
    {
        this.process = process;
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
    }

    /// <summary>Resident memory in megabytes.</summary>
    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    public static async Task<MeasuredSite> StartAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Open ", StringComparison.Ordinal))
                continue;
            // What it goes on to print must be read, or it would wait.
            _ = process.StandardOutput.ReadToEndAsync();
            return new MeasuredSite(process, new Uri(new Uri(line[5..]), "/"));
        }

        throw new InvalidOperationException("The site ended before it listened.");
    }

    /// <summary>How many bytes came over the wire.</summary>
    public async Task<long> GetAsync(string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    public async Task<double> MillisecondsAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        await GetAsync(path);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Until the answer begins.</summary>
    public async Task<double> MillisecondsToFirstByteAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await body.CopyToAsync(Stream.Null);
        return elapsed;
    }

    /// <summary>Of the paths, each asked once.</summary>
    public static async Task<double> MedianOnceAsync(IReadOnlyCollection<string> paths, Func<string, Task<double>> measure)
    {
        var times = new List<double>();
        foreach (var path in paths)
            times.Add(await measure(path));
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>Of the paths in turn, one request at a time.</summary>
    public async Task<double> MedianAsync(IReadOnlyList<string> paths, TimeSpan duration)
    {
        var times = new List<double>();
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; times.Count < paths.Count || Stopwatch.GetElapsedTime(started) < duration; turn++)
            times.Add(await MillisecondsAsync(paths[turn % paths.Count]));
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>Requests per second, over several connections.</summary>
    public async Task<double> RateAsync(IReadOnlyList<string> paths, int connections, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var turn = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < duration)
                await GetAsync(paths[Interlocked.Increment(ref turn) % paths.Count]);
        })));
        return turn / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }
}
