using System.Diagnostics;
using System.Globalization;

namespace RussiaChinaAnalysis.Fuzz;

/// <summary>Starts workers one after another until the range is done, and replaces the one that an input killed or held up.</summary>
internal static class Supervisor
{
    // Beyond the five seconds that an input may take: what is still not done then will never be.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static int Run(InputRange range, DirectoryInfo keep)
    {
        var summary = new Summary(range, keep);
        var watch = Stopwatch.StartNew();
        for (var next = range.First; next < range.End;)
        {
            next = RunWorker(range with { First = next, Count = range.End - next }, summary);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{next - range.First} of {range.Count} read"));
        }

        summary.Print(watch.Elapsed);
        return summary.IsClean ? 0 : 1;
    }

    /// <returns>The first input that is still to be read.</returns>
    private static int RunWorker(InputRange range, Summary summary)
    {
        using var process = Process.Start(Describe(range))!;
        var begun = range.First;
        var next = range.First;
        while (true)
        {
            var reading = process.StandardOutput.ReadLineAsync();
            if (!reading.Wait(Patience))
            {
                process.Kill(entireProcessTree: true);
                summary.Add(begun, "Hang", (long)Patience.TotalMilliseconds, 0);
                return begun + 1;
            }

            if (reading.Result is not { } line)
                break;
            var fields = line.Split(' ');
            begun = int.Parse(fields[1], CultureInfo.InvariantCulture);
            if (fields[0] != "end")
                continue;
            summary.Add(begun, fields[2], long.Parse(fields[3], CultureInfo.InvariantCulture), long.Parse(fields[4], CultureInfo.InvariantCulture));
            next = begun + 1;
        }

        process.WaitForExit();
        if (process.ExitCode is 0 or Worker.Spent)
            return next;
        summary.Add(begun, "Crash", 0, 0);
        return begun + 1;
    }

    private static ProcessStartInfo Describe(InputRange range) =>
        new(Environment.ProcessPath!,
        [
            "--worker", "--format", range.Format,
            "--first", range.First.ToString(CultureInfo.InvariantCulture),
            "--inputs", range.Count.ToString(CultureInfo.InvariantCulture),
        ])
        { RedirectStandardOutput = true };
}
