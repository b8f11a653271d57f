using System.CommandLine;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

internal static class ServingCommand
{
    public static Option<DirectoryInfo> Folder { get; } = new("--folder")
    {
        Description = "Where the corpora are kept, and found again at the next run.",
        DefaultValueFactory = _ => new(Path.Combine(Path.GetTempPath(), "russia-china-corpora")),
    };

    public static RootCommand AddServing(this RootCommand root)
    {
        var passages = new Option<int>("--passages")
        {
            Description = "How many passages the corpus holds; serving compares it with one of a hundredth.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var seconds = new Option<int>("--seconds") { Description = "How long each measurement takes.", DefaultValueFactory = _ => 3 };
        var serving = new Command("serving", "How fast the site answers on a large corpus, beside what nothing could beat.") { Folder, passages, seconds };
        serving.SetAction(async (parsed, cancellation) =>
        {
            var run = new ServingRun(parsed.GetValue(Folder)!.FullName, parsed.GetValue(passages), TimeSpan.FromSeconds(parsed.GetValue(seconds)), Console.Out);
            await run.MeasureAsync(cancellation);
        });

        var corpus = new Command("corpus", "Makes a corpus of a given size, to be served with --data, and leaves it where it was made before.") { Folder, passages };
        corpus.SetAction(async (parsed, cancellation) =>
        {
            var generator = new CorpusGenerator(parsed.GetValue(Folder)!.FullName, parsed.GetValue(passages));
            await generator.EnsureAsync(cancellation);
            Console.WriteLine(generator.Data);
        });

        var floor = new Command("floor", "Serves one page of 25 rows from memory, for serving to measure.") { Hidden = true };
        floor.SetAction((_, cancellation) => FloorSite.RunAsync(cancellation));
        root.Add(serving);
        root.Add(corpus);
        root.Add(floor);
        return root;
    }
}
