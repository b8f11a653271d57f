using BenchmarkDotNet.Attributes;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Benchmarks.Extraction;

/// <summary>A text of five megabytes on one thread.</summary>
[MemoryDiagnoser]
public class ThroughputBenchmarks
{
    public const int Megabytes = 5;

    private const int Repeats = 30;

    private SourceDocument document = null!;
    private ArgumentPipeline pipeline = null!;

    [ParamsAllValues]
    public Layout Layout { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        document = SeedText.OfSize(Megabytes * SeedText.Megabyte, Layout);
        pipeline = Workload.Pipeline();
    }

    /// <summary>Once takes milliseconds, which is too short to be measured.</summary>
    [Benchmark(OperationsPerInvoke = Repeats)]
    public int SplitSentences()
    {
        var sentences = 0;
        for (var run = 0; run < Repeats; run++)
            sentences += Workload.SplitSentences(document);
        return sentences;
    }

    [Benchmark]
    public ArgumentStructure WholePipeline() => pipeline.Extract(document);
}
