using System.Diagnostics;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Benchmarks.Extraction;

/// <summary>
/// Runs the pipeline over texts of growing size and fits <c>log time = log a + b · log size</c>: linear is b = 1. Time
/// is that of this process's processors, so that other programs do not count.
/// </summary>
internal static class LinearFit
{
    private const int WarmUps = 60;

    private static readonly double[] Sizes = [0.1, 0.3, 1, 3, 10];

    public static void Print(TextWriter output)
    {
        var pipeline = Workload.Pipeline();
        // Until the compiler has seen what is hot.
        var warmUp = SeedText.OfSize(SeedText.Megabyte / 10, Layout.Paragraphs);
        for (var run = 0; run < WarmUps; run++)
            pipeline.Extract(warmUp);
        foreach (var layout in Enum.GetValues<Layout>())
        {
            output.WriteLine($"{layout}");
            output.WriteLine("      MB   seconds      MB/s   result MB/MB   allocated MB/MB");
            var points = Sizes.Select(size => Measure(pipeline, SeedText.OfSize((int)(size * SeedText.Megabyte), layout))).ToList();
            foreach (var point in points)
            {
                output.WriteLine(FormattableString.Invariant(
                    $"{point.Megabytes,8:0.00}  {point.Seconds,8:0.000}  {point.Megabytes / point.Seconds,8:0.0}  {point.Kept / point.Megabytes,13:0.0}  {point.Allocated / point.Megabytes,16:0.0}"));
            }

            output.WriteLine(FormattableString.Invariant(
                $"time grows with size to the power of {Exponent(points, point => point.Seconds):0.000}, what is kept to the power of {Exponent(points, point => point.Kept):0.000}"));
            output.WriteLine();
        }
    }

    private static Point Measure(ArgumentPipeline pipeline, SourceDocument document)
    {
        var megabytes = SeedText.MegabytesOf(document);
        // Small texts are read several times, so that the clock is fine enough.
        var repeats = Math.Max(1, (int)(2 / megabytes));
        var seconds = Enumerable.Range(0, 5).Select(_ => Seconds(pipeline, document, repeats)).Order().ElementAt(2);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var structure = pipeline.Extract(document);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(structure);
        return new Point(megabytes, seconds, (double)kept / SeedText.Megabyte, (double)allocated / SeedText.Megabyte);
    }

    private static double Seconds(ArgumentPipeline pipeline, SourceDocument document, int repeats)
    {
        GC.Collect();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var run = 0; run < repeats; run++)
            pipeline.Extract(document);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds / repeats;
    }

    /// <summary>The slope of the least-squares line through the logarithms.</summary>
    private static double Exponent(List<Point> points, Func<Point, double> value)
    {
        var x = points.Select(point => Math.Log(point.Megabytes)).ToList();
        var y = points.Select(point => Math.Log(value(point))).ToList();
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (left, right) => (left - meanX) * (right - meanY)).Sum() / x.Sum(left => (left - meanX) * (left - meanX));
    }

    /// <param name="Kept">Megabytes that the result holds on to, beside the text.</param>
    /// <param name="Allocated">Megabytes allocated on the way.</param>
    private sealed record Point(double Megabytes, double Seconds, double Kept, double Allocated);
}
