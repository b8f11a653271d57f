using System.CommandLine;
using RussiaChinaAnalysis.Benchmarks.Extraction;
using RussiaChinaAnalysis.Benchmarks.Reporting;
using RussiaChinaAnalysis.Benchmarks.Serving;
using RussiaChinaAnalysis.Benchmarks.Weights;

// Each kind of measurement stands in a folder of its own.
return await new RootCommand("Measures how fast the product is, fits its weights, and counts how often relations are right.")
    .AddExtraction()
    .AddWeights()
    .AddRelations()
    .AddReporting()
    .AddServing()
    .AddIngest()
    .Parse(args)
    .InvokeAsync();
