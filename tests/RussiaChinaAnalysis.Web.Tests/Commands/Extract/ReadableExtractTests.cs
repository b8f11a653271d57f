using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Extract;

/// <summary><c>extract --format text</c>, for people at a terminal.</summary>
public sealed class ReadableExtractTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task It_is_for_people()
    {
        var run = await RunAsync(temporary.Write("ferry.txt", "The ferry must not be closed. It carried 41,000 people in 2023, and no bridge is planned."));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("claim", run.Output, StringComparison.Ordinal);
        Assert.Contains("The ferry must not be closed.", run.Output, StringComparison.Ordinal);
        // Rules are named in the words of the catalogue.
        Assert.Contains("Says what should be done “must not”", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("thesis.deontic", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_what_dates_figures_and_forecasts_come_to()
    {
        var run = await RunAsync(temporary.Write(
                "port.txt",
                "The port must be rebuilt. In 2023 more than 40 percent of its cargo was timber. Since May 2022 almost a third of the quays have been shut. By 2040 its quays will have sunk."));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("figure: more than 40 percent, of “its cargo”, “In 2023” (2023)", run.Output, StringComparison.Ordinal);
        Assert.Contains("figure: almost 33.33 percent, written “almost a third”", run.Output, StringComparison.Ordinal);
        Assert.Contains("date: “Since May 2022” (since May 2022)", run.Output, StringComparison.Ordinal);
        Assert.Contains("forecast: It will be so “will”, horizon “By 2040” (by 2040)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_promise_what_is_foretold_with_a_doubt()
    {
        var run = await RunAsync(temporary.Write("port.txt", "The port must be rebuilt. By 2040 its quays will perhaps have sunk."));

        Assert.Contains("forecast: It is said to come, with a doubt “will”", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_explains_themes_and_each_rule_once()
    {
        var run = await RunAsync(temporary.Write("trade.txt", "Trade with China grows. Moscow sells more oil each year. The trade must not be stopped."));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("theme: trade-share (Cue words of the theme “Trade” – The passage holds words that the codebook lists for this theme", run.Output, StringComparison.Ordinal);
        Assert.Contains("Ending – The last sentence of a short text often draws its conclusion", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split("A passage begins where a sentence begins").Length);
    }

    private static Task<ProgramRun> RunAsync(string file) =>
        ProgramRun.OfAsync(TestContext.Current.CancellationToken, "extract", file, "--format", "text");
}
