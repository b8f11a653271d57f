using Spectre.Console;

namespace RussiaChinaAnalysis.Web.Commands.Ingest;

/// <summary>A bar on standard error while something takes its time, where that is a terminal; otherwise nothing.</summary>
internal static class ProgressDisplay
{
    /// <param name="title">What stands beside the bar until there is progress.</param>
    /// <param name="state">What to show of the progress.</param>
    public static async Task<TResult> WatchAsync<TProgress, TResult>(
        string title, Func<TProgress, BarState> state, Func<IProgress<TProgress>?, Task<TResult>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(null);

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar<TProgress>(context.AddTask(title, autoStart: true), state)));
    }

    private sealed class Bar<TProgress>(ProgressTask task, Func<TProgress, BarState> state) : IProgress<TProgress>
    {
        public void Report(TProgress value)
        {
            var (done, total, text) = state(value);
            task.MaxValue = total;
            task.Value = done;
            // A file name may hold brackets, which would be read as markup.
            task.Description = Markup.Escape($"{done} of {total}  {text}");
        }
    }
}

/// <param name="Text">Stands after the numbers.</param>
internal sealed record BarState(int Done, int Total, string Text);
