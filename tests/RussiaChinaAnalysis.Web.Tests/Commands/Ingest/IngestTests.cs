using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Ingest;

/// <summary>The real program as a person calls it, on a corpus of its own.</summary>
public sealed class IngestTests : IDisposable
{
    private const string Cats = "Cats should sleep. They purr because they are content.";

    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_folder_is_taken_in_and_each_file_answered_for()
    {
        temporary.Write("essays/cats.txt", Cats);
        temporary.Write("essays/deeper/dogs.md", "# Dogs\n\nDogs bark. They should be walked.\n");
        temporary.Write("essays/README.md", "This is no essay.");

        var run = await IngestAsync(temporary.Child("essays"));

        Assert.Equal(0, run.ExitCode);
        var lines = Lines(run);
        Assert.Equal(3, lines.Count);
        Assert.Contains("cats.txt: document 1", lines[0], StringComparison.Ordinal);
        Assert.Contains("dogs.md: document 2", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2 imported (", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("0 new versions, 0 unchanged, 0 refused", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_already_is_left_alone()
    {
        var file = temporary.Write("cats.txt", Cats);
        await IngestAsync(file);

        var again = await IngestAsync(file);

        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("unchanged", Lines(again)[0], StringComparison.Ordinal);
        Assert.Equal("0 imported (0 passages), 0 new versions, 1 unchanged, 0 refused", Lines(again)[^1]);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_with_the_reason_and_the_others_are_stored()
    {
        var empty = temporary.Write("empty.txt", "");
        var cats = temporary.Write("cats.txt", Cats);

        var run = await IngestAsync(empty, temporary.Child("missing.txt"), cats);

        Assert.Equal(1, run.ExitCode);
        var lines = Lines(run);
        Assert.Contains("empty.txt holds no text", lines[0], StringComparison.Ordinal);
        Assert.Contains("missing.txt does not exist", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("imported", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_path_nothing_is_done()
    {
        var run = await IngestAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.False(Directory.Exists(temporary.Child("data")));
    }

    private Task<ProgramRun> IngestAsync(params IEnumerable<string> paths) =>
        ProgramRun.OfAsync(Cancellation, ["ingest", .. paths, "--data", temporary.Child("data")]);

    private static List<string> Lines(ProgramRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
