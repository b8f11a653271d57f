using System.CommandLine;
using RussiaChinaAnalysis.Benchmarks.Extraction;
using RussiaChinaAnalysis.Benchmarks.Reporting;
using RussiaChinaAnalysis.Benchmarks.Serving;
using RussiaChinaAnalysis.Benchmarks.Weights;

// Each kind of measurement stands in a folder of its own.
return await new RootCommand("Measures how fast the product is, and fits its weights.")
    .AddExtraction()
    .AddWeights()
    .AddReporting()
    .AddServing()
    .AddIngest()
    .Parse(args)
    .InvokeAsync();
