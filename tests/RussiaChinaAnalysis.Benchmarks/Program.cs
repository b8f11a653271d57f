using System.CommandLine;
using RussiaChinaAnalysis.Benchmarks.Extraction;

// Each kind of measurement stands in a folder of its own.
return await new RootCommand("Measures how fast the product is.")
    .AddExtraction()
    .Parse(args)
    .InvokeAsync();
