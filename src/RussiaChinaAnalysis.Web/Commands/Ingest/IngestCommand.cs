using System.CommandLine;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Web.Commands.Ingest;

internal static class IngestCommand
{
    /// <summary>
    /// Adds <c>ingest</c>, which stores essays in the corpus and then compares them with the others. The summary goes to
    /// standard output as soon as all is stored, progress to standard error. A site may be running on the same corpus.
    /// </summary>
    public static RootCommand AddIngest(this RootCommand root)
    {
        var paths = PathsArgument.Create("Essays, or folders or .zip archives of essays.");
        var command = new Command("ingest", "Store essays in the corpus, with their claims and evidence.") { paths };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, paths, cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Argument<string[]> argument, CancellationToken cancellation)
    {
        var (paths, settings) = PathsArgument.Read(parsed, argument);
        await using var services = await CommandCorpus.OpenAsync(settings, cancellation);
        var batch = services.GetRequiredService<IngestBatch>();
        var summary = await ProgressDisplay.WatchAsync<IngestProgress, IngestSummary>(
            "Ingesting",
            progress => new(progress.Done, progress.Total, Path.GetFileName(progress.Latest.Path)),
            progress => batch.RunAsync(paths, progress, cancellation));
        SummaryWriter.Write(summary, Console.Out);
        var connections = services.GetRequiredService<ConnectionUpdater>();
        await ProgressDisplay.WatchAsync<ConnectionProgress, int>(
            "Comparing",
            progress => new(progress.Done, progress.Total, "compared with the others"),
            progress => connections.UpdatePendingAsync(progress, cancellation));
        return summary.Refused == 0 ? ExitCode.Success : ExitCode.Refused;
    }
}
