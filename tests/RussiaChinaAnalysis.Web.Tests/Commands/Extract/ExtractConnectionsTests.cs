using System.Text.Json;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Extract;

/// <summary>The real program compares essays that no database holds.</summary>
public sealed class ExtractConnectionsTests : IDisposable
{
    private const string Words = "In 2020 the harbour tram carried 40 percent of the town’s commuters.";

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task The_seed_essays_use_the_same_trade_figures_for_opposite_conclusions(string format)
    {
        var run = await RunAsync("--format", format, Seed("why-the-wedge-could-work.md"), Seed("why-the-wedge-fails.md"));

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        using var all = JsonDocument.Parse(format == "json" ? run.Output : $"[{run.Output.TrimEnd().ReplaceLineEndings(",")}]");
        var (first, second) = (all.RootElement[0], all.RootElement[1]);
        Assert.Empty(first.GetProperty("connections").EnumerateArray());
        var connection = Assert.Single(
            second.GetProperty("connections").EnumerateArray(), one => one.GetProperty("kind").GetString() == "opposed-figure");
        Assert.Equal("opposed", connection.GetProperty("conclusions").GetString());
        Assert.InRange(connection.GetProperty("score").GetDouble(), 0.7, 1);
        var from = second.GetProperty("passages")[connection.GetProperty("from").GetInt32() - 1];
        Assert.Contains("31 percent", from.GetProperty("text").GetString(), StringComparison.Ordinal);
        var to = connection.GetProperty("to");
        Assert.Equal(Seed("why-the-wedge-could-work.md"), to.GetProperty("source").GetString());
        Assert.Equal(first.GetProperty("title").GetString(), to.GetProperty("title").GetString());
        var passage = first.GetProperty("passages")[to.GetProperty("passage").GetInt32() - 1];
        Assert.Equal(passage.GetProperty("text").GetString(), to.GetProperty("text").GetString());
        Assert.Equal(passage.GetProperty("text").GetString(), Span(to, first));
        var reasons = connection.GetProperty("reasons").EnumerateArray().ToList();
        Assert.All(reasons, reason =>
        {
            Assert.NotEqual("", reason.GetProperty("explanation").GetString());
            AssertStands(reason.GetProperty("words"), second);
            AssertStands(reason.GetProperty("otherWords"), first);
        });
        Assert.Equal(
            ["31 percent", "39 percent"],
            reasons.Where(reason => reason.GetProperty("rule").GetString() == "same-value")
                .Select(reason => reason.GetProperty("words").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Text_explains_what_is_said_in_other_essays()
    {
        var run = await RunAsync("--format", "text", Seed("why-the-wedge-could-work.md"), Seed("why-the-wedge-fails.md"));

        Assert.Equal((0, ""), (run.ExitCode, run.Complaints));
        Assert.Contains("In other essays: Same figure, opposite conclusions (", run.Output, StringComparison.Ordinal);
        Assert.Contains("in A patient wedge could still work (", run.Output, StringComparison.Ordinal);
        Assert.Contains("Both give the same figure: “31 percent”.", run.Output, StringComparison.Ordinal);
        Assert.Contains("The two texts conclude the opposite:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(".”.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_essay_that_is_given_twice_is_not_compared_with_itself()
    {
        var essay = temporary.Write("essays/one.txt", Words);
        temporary.Write("essays/two.txt", Words);

        var run = await RunAsync(temporary.Child("essays"), essay);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("one.txt is given twice; name each file once.", run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_passage_has_a_bounded_number_of_connections_to_essays_before_it()
    {
        for (var number = 0; number < 20; number++)
            temporary.Write($"essays/{number:00}.txt", Words);

        var run = await RunAsync(temporary.Child("essays"));

        using var all = JsonDocument.Parse(run.Output);
        Assert.Equal(
            [0, 1, 2, 3],
            all.RootElement.EnumerateArray().Take(4).Select(ConnectedDocuments));
        Assert.Equal(12, all.RootElement[19].GetProperty("connections").EnumerateArray().GroupBy(one => one.GetProperty("from").GetInt32()).Max(group => group.Count()));
    }

    [Fact]
    public async Task A_single_essay_can_be_compared_with_nothing()
    {
        var run = await RunAsync(temporary.Write("only.txt", Words));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--connections compares essays with each other, so two or more are needed", run.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_leaves_the_others_connected()
    {
        var run = await RunAsync(temporary.Write("one.txt", Words), temporary.Child("missing.txt"), temporary.Write("two.txt", Words));

        Assert.Equal(1, run.ExitCode);
        using var all = JsonDocument.Parse(run.Output);
        Assert.Equal([0, 1], all.RootElement.EnumerateArray().Select(ConnectedDocuments));
    }

    [Fact]
    public async Task Essays_are_compared_only_when_that_is_asked_for()
    {
        var run = await ProgramRun.OfAsync(
            TestContext.Current.CancellationToken, "extract", temporary.Write("one.txt", Words), temporary.Write("two.txt", Words));

        using var all = JsonDocument.Parse(run.Output);
        Assert.All(all.RootElement.EnumerateArray(), document => Assert.False(document.TryGetProperty("connections", out _)));
    }

    private static int ConnectedDocuments(JsonElement document) =>
        document.GetProperty("connections").EnumerateArray().Select(one => one.GetProperty("to").GetProperty("source").GetString()).Distinct().Count();

    private static void AssertStands(JsonElement words, JsonElement document)
    {
        // The words of a title need not stand in the text.
        if (words.ValueKind != JsonValueKind.Null)
            Assert.Equal(words.GetProperty("text").GetString(), Span(words, document));
    }

    private static string Span(JsonElement span, JsonElement document)
    {
        var start = span.GetProperty("start").GetInt32();
        return document.GetProperty("text").GetString()!.Substring(start, span.GetProperty("end").GetInt32() - start);
    }

    private static string Seed(string name) => Path.Combine(Build.Root, "seeds", name);

    private static Task<ProgramRun> RunAsync(params IEnumerable<string> arguments) =>
        ProgramRun.OfAsync(TestContext.Current.CancellationToken, ["extract", "--connections", .. arguments]);
}
