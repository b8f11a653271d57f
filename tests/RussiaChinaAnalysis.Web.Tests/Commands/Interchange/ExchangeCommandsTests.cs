using System.IO.Compression;
using System.Text;
using RussiaChinaAnalysis.Web.Commands.Interchange;
using RussiaChinaAnalysis.Web.Hosting;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Interchange;

/// <summary>The real program as a person calls it, to take a corpus out and in.</summary>
public sealed class ExchangeCommandsTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_corpus_is_written_whole_and_taken_in_once()
    {
        var cats = temporary.Write("cats.txt", "Cats should sleep. They purr because they are content.");
        await RunAsync("mine", "ingest", cats);
        var archive = temporary.Child("corpus.rca.zip");

        var export = await RunAsync("mine", "export", "archive", "--output", archive);
        var again = await RunAsync("mine", "export", "archive", "--output", temporary.Child("again.rca.zip"));
        var first = await RunAsync("yours", "import-data", archive);
        var second = await RunAsync("yours", "import-data", archive);

        Assert.Equal((0, 0, 0, 0), (export.ExitCode, again.ExitCode, first.ExitCode, second.ExitCode));
        Assert.Equal(await File.ReadAllBytesAsync(archive, Cancellation), await File.ReadAllBytesAsync(temporary.Child("again.rca.zip"), Cancellation));
        Assert.Contains("imported: 1 row of documents", first.Output, StringComparison.Ordinal);
        Assert.Contains(": 0 imported,", second.Output, StringComparison.Ordinal);
        Assert.Contains("skipped: 1 row of documents, because the corpus holds it already", second.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(temporary.Path, "*.unfinished"));
    }

    [Fact]
    public async Task A_selection_is_written_and_what_is_wrong_is_named()
    {
        await RunAsync("mine", "ingest", temporary.Write("cats.txt", "Cats should sleep. They purr because they are content."));
        var table = temporary.Child("claims.csv");

        var export = await RunAsync("mine", "export", "csv", "--filter", "role=claim", "--output", table);
        var unknown = await RunAsync("mine", "export", "nonsense", "--output", table);
        var filter = await RunAsync("mine", "export", "csv", "--filter", "role=nonsense", "--output", table);
        var missing = await RunAsync("mine", "export", "csv", "--output", temporary.Child("no/folder/claims.csv"));
        var broken = await RunAsync("mine", "import-data", temporary.Write("broken.json", "{"), temporary.Write("empty.zip", EmptyZip()));

        Assert.Equal((0, 2, 2, 2, 1), (export.ExitCode, unknown.ExitCode, filter.ExitCode, missing.ExitCode, broken.ExitCode));
        var lines = await File.ReadAllLinesAsync(table, Cancellation);
        Assert.Contains("role", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains("claim", line, StringComparison.Ordinal));
        Assert.Contains("“nonsense” is no value of role", filter.Complaints, StringComparison.Ordinal);
        Assert.Contains("claims.csv could not be written", missing.Complaints, StringComparison.Ordinal);
        Assert.Contains("broken.json is no JSON that can be read (line 1)", broken.Complaints, StringComparison.Ordinal);
        Assert.Contains("empty.zip holds neither a corpus archive", broken.Complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_and_the_others_are_taken_in()
    {
        await RunAsync("mine", "ingest", temporary.Write("cats.txt", "Cats should sleep. They purr because they are content."));
        var archive = temporary.Child("corpus.rca.zip");
        await RunAsync("mine", "export", "archive", "--output", archive);

        var run = await RunAsync("yours", "import-data", temporary.Child("missing.json"), archive);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing.json cannot be read", run.Complaints, StringComparison.Ordinal);
        Assert.Contains("imported: 1 row of documents", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_halfway_leaves_the_old_file_as_it_was_and_nothing_beside_it()
    {
        var file = temporary.Write("report.txt", "The old one.");

        var failure = await Assert.ThrowsAsync<UserMistakeException>(() => OutputFile.WriteAsync(file, async stream =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("Half of a new"), Cancellation);
            await stream.FlushAsync(Cancellation);
            throw new IOException("No space left on device");
        }));

        Assert.Contains("report.txt could not be written: No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal("The old one.", await File.ReadAllTextAsync(file, Cancellation));
        Assert.Equal([file], Directory.GetFiles(temporary.Path));
    }

    private static byte[] EmptyZip()
    {
        using var content = new MemoryStream();
        using (new ZipArchive(content, ZipArchiveMode.Create))
        {
        }

        return content.ToArray();
    }

    private Task<ProgramRun> RunAsync(string corpus, params IEnumerable<string> arguments) =>
        ProgramRun.OfAsync(Cancellation, [.. arguments, "--data", temporary.Child(corpus)]);
}
