using System.CommandLine;

namespace RussiaChinaAnalysis.Benchmarks.Reporting;

internal static class ReportingCommand
{
    public static RootCommand AddReporting(this RootCommand root)
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where the corpus is kept, and found again at the next run.",
            DefaultValueFactory = _ => new(Path.Combine(Path.GetTempPath(), "russia-china-corpora")),
        };
        var claims = new Option<int>("--claims") { Description = "About how many claims the report holds.", DefaultValueFactory = _ => 5000 };
        var reporting = new Command("reporting", "How long a large report takes, from the database to the file, in each format.") { folder, claims };
        reporting.SetAction((parsed, cancellation) =>
            new ReportingRun(parsed.GetValue(folder)!.FullName, parsed.GetValue(claims), Console.Out).MeasureAsync(cancellation));
        root.Add(reporting);
        return root;
    }
}
