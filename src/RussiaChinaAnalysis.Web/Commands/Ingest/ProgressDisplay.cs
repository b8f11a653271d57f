using RussiaChinaAnalysis.Corpus.Ingest;
using Spectre.Console;

namespace RussiaChinaAnalysis.Web.Commands.Ingest;

/// <summary>A bar on standard error while files are taken in, where that is a terminal; otherwise nothing.</summary>
internal static class ProgressDisplay
{
    public static async Task<IngestSummary> WatchAsync(Func<IProgress<IngestProgress>?, Task<IngestSummary>> ingest)
    {
        if (Console.IsErrorRedirected)
            return await ingest(null);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => ingest(new Bar(context.AddTask("Ingesting", autoStart: true))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Done;
            // A file name may hold brackets, which would be read as markup.
            task.Description = Markup.Escape($"{value.Done} of {value.Total}  {Path.GetFileName(value.Latest.Path)}");
        }
    }
}
