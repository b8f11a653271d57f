using System.CommandLine;
using RussiaChinaAnalysis.Benchmarks.Extraction;
using RussiaChinaAnalysis.Benchmarks.Reporting;
using RussiaChinaAnalysis.Benchmarks.Serving;

// Each kind of measurement stands in a folder of its own.
return await new RootCommand("Measures how fast the product is.")
    .AddExtraction()
    .AddReporting()
    .AddServing()
    .AddIngest()
    .Parse(args)
    .InvokeAsync();
