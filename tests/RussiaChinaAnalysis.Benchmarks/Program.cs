using System.CommandLine;
using RussiaChinaAnalysis.Benchmarks.Extraction;
using RussiaChinaAnalysis.Benchmarks.Serving;

// Each kind of measurement stands in a folder of its own.
return await new RootCommand("Measures how fast the product is.")
    .AddExtraction()
    .AddServing()
    .Parse(args)
    .InvokeAsync();
