using System.CommandLine;
using BenchmarkDotNet.Running;

namespace RussiaChinaAnalysis.Benchmarks.Extraction;

internal static class ExtractionCommand
{
    public static RootCommand AddExtraction(this RootCommand root)
    {
        var throughput = new Command("throughput", "Megabytes a second for sentence splitting and for the whole pipeline, by BenchmarkDotNet.");
        throughput.SetAction(_ => BenchmarkRunner.Run<ThroughputBenchmarks>(new ThroughputConfig()).HasCriticalValidationErrors ? 1 : 0);

        var fit = new Command("fit", "Time and memory over texts of 0.1, 1 and 10 MB, and how close both are to linear.");
        fit.SetAction(_ => LinearFit.Print(Console.Out));

        root.Add(new Command("extraction", "How fast texts are read as arguments, on one thread.") { throughput, fit });
        return root;
    }
}
