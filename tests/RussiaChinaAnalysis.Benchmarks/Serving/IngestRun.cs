using System.Diagnostics;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Files become stored passages through the command that users have, with a site that answers on the same corpus, or without.</summary>
internal sealed class IngestRun(string folder, int passages)
{
    private const string Meanwhile = "/claims?role=claim";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="step">After how many passages there is a point.</param>
    /// <param name="report">Is told each point at once.</param>
    /// <param name="compares">Whether it is waited until all essays are compared with the others.</param>
    public async Task<IngestMeasurement> MeasureAsync(
        bool withSite, bool onServer, int step, bool compares, Action<IngestPoint> report, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "ingested");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var files = Directory.CreateDirectory(Path.Combine(data, "files")).FullName;
        EssayFiles.Write(files, Math.Max(1, passages / EssayFiles.PassagesOfEssay));
        var corpus = onServer ? IngestedCorpus.OnServer() : IngestedCorpus.InFile(data);
        await using var site = withSite ? await ServingRun.StartAsync(data, corpus.Settings) : null;
        if (site is null)
            await RunAsync(Start(data, Directory.CreateDirectory(Path.Combine(data, "none")).FullName, corpus), cancellation);
        else
            await site.GetAsync(Meanwhile);

        using var ingest = Start(data, files, corpus);
        var totals = TotalsAsync(ingest, cancellation);
        var (points, answers) = (new List<IngestPoint>(), new List<double>());
        var started = Stopwatch.GetTimestamp();
        var last = (Passages: 0L, Seconds: 0.0, Processor: 0.0);
        while (!totals.IsCompleted)
        {
            await Task.WhenAny(totals, Task.Delay(Pause, cancellation));
            if (site is not null)
                answers.Add(await site.MillisecondsAsync(Meanwhile));
            ingest.Refresh();
            var now = (Passages: corpus.Count(), Seconds: Stopwatch.GetElapsedTime(started).TotalSeconds, Processor: ingest.TotalProcessorTime.TotalSeconds);
            if (now.Passages < last.Passages + step && !totals.IsCompleted)
                continue;
            var more = now.Passages - last.Passages;
            points.Add(new(now.Passages, more / (now.Seconds - last.Seconds), more / (now.Processor - last.Processor), ingest.WorkingSet64 / 1048576.0));
            report(points[^1]);
            last = now;
        }

        await totals;
        if (compares)
            await ingest.WaitForExitAsync(cancellation);
        else
            ingest.Kill();
        var compared = Stopwatch.GetElapsedTime(started).TotalSeconds - last.Seconds;
        await ingest.WaitForExitAsync(cancellation);
        answers.Sort();
        return new(points, last.Passages / last.Seconds, last.Passages / last.Processor, compares ? last.Passages / compared : null, answers);
    }

    private static Process Start(string data, string files, IngestedCorpus corpus) => Process.Start(new ProcessStartInfo(
        "dotnet", [ServingRun.Site, "ingest", files, "--data", data, "--Logs:Level=Warning", .. corpus.Settings])
    {
        RedirectStandardOutput = true,
    })!;

    private static async Task RunAsync(Process process, CancellationToken cancellation)
    {
        using (process)
        {
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
        }
    }

    /// <summary>Until all is stored: that is when the totals are printed.</summary>
    private static async Task TotalsAsync(Process ingest, CancellationToken cancellation)
    {
        while (await ingest.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.EndsWith(" refused", StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException("The program ended before it had printed its totals.");
    }
}

/// <param name="Passages">How many are stored.</param>
/// <param name="PerSecond">Since the point before.</param>
/// <param name="PerProcessorSecond">For each second that a processor worked for the program that stores: what else the machine does changes it little.</param>
/// <param name="Megabytes">Resident memory of the program that stores.</param>
internal sealed record IngestPoint(long Passages, double PerSecond, double PerProcessorSecond, double Megabytes);

/// <param name="ComparedPerSecond">Passages, once all are stored; null when it was not waited for.</param>
/// <param name="Answers">How many milliseconds the site's answers took meanwhile, the shortest first; empty without a site.</param>
internal sealed record IngestMeasurement(
    IReadOnlyList<IngestPoint> Points, double PerSecond, double PerProcessorSecond, double? ComparedPerSecond, IReadOnlyList<double> Answers)
{
    /// <summary>The first fifth is the time in which a program comes to its size.</summary>
    public double EarlyMegabytes => Points[Points.Count / 5].Megabytes;

    public double LastMegabytes => Points[^1].Megabytes;

    /// <summary>Which 99 of 100 answers did not exceed.</summary>
    public double SlowAnswer => Answers[Answers.Count * 99 / 100];
}
