using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;
using TemporaryFolder = RussiaChinaAnalysis.Web.Tests.Support.TemporaryFolder;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Operations;

public sealed partial class OperationsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_corpus_is_backed_up_and_restored_and_copied_to_PostgreSQL_and_back_and_stays_the_same()
    {
        var database = await PostgresServer.NameAsync();
        try
        {
            var ingest = await ProgramRun.OfAsync(Cancellation, "ingest", Path.Combine(Build.Root, "seeds"), "--data", folder.Child("data"));
            Assert.Equal(0, ingest.ExitCode);
            var backup = folder.Child("backup.db");
            var content = await ContentAsync("backup", backup, "--data", folder.Child("data"));

            Assert.Matches("[1-9]\\d* Passages ", content);
            Assert.Equal(content, await ContentAsync("restore", backup, "--data", folder.Child("restored")));
            Assert.Equal(content, await ContentAsync("migrate-corpus", database, "--data", folder.Child("restored")));
            Assert.Equal(content, await ContentAsync(
                "migrate-corpus", folder.Child("back.db"), "--data", folder.Child("other"), "--Storage:Provider=Postgres", $"--Storage:ConnectionString={database}"));
        }
        finally
        {
            await PostgresServer.DropAsync(database);
        }
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_in_one_sentence()
    {
        var backup = folder.Child("backup.db");
        await ContentAsync("ingest", Path.Combine(Build.Root, "seeds"), "--data", folder.Child("data"));
        await ContentAsync("backup", backup, "--data", folder.Child("data"));
        await using (var file = File.OpenWrite(backup))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[4096]);
        }

        var run = await ProgramRun.OfAsync(Cancellation, "restore", backup, "--data", folder.Child("restored"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Complaints, StringComparison.Ordinal);
        Assert.Contains("backup.db", run.Complaints, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Child("restored"), "corpus.db")));
    }

    [Theory]
    [InlineData("postgres://ada:secret@db/corpus")]
    [InlineData("Sever=db;Database=corpus;Password=secret")]
    public async Task An_address_that_is_no_connection_string_becomes_no_file(string target)
    {
        Directory.CreateDirectory(folder.Child("work"));

        var run = await ProgramRun.OfAsync(Cancellation, "migrate-corpus", Path.Combine(folder.Child("work"), target), "--data", folder.Child("data"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("neither the name of a file nor a connection string", run.Complaints, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Output + run.Complaints, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Child("work")));
    }

    [Fact]
    public async Task Where_there_is_no_corpus_none_is_made_to_be_backed_up()
    {
        var run = await ProgramRun.OfAsync(Cancellation, "backup", folder.Child("backup.db"), "--data", folder.Child("data"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("there is no corpus to back up", run.Complaints, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Child("data"), "corpus.db")));
    }

    /// <summary>What the command prints of the corpus: the rows of each table with their hash, and the hash of everything.</summary>
    private static async Task<string> ContentAsync(params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(Cancellation, arguments);
        Assert.True(run.ExitCode == 0, run.Output + run.Complaints);
        return string.Join('\n', Content().Matches(run.Output).Select(match => match.Value));
    }

    [GeneratedRegex("\\d+ \\w+ [0-9a-f]{16}|content [0-9a-f]{64}")]
    private static partial Regex Content();
}
