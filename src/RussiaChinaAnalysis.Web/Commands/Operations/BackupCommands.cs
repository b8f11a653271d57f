using System.CommandLine;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Operations;

internal static class BackupCommands
{
    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Put the corpus that is there aside, as corpus.db.before-restore, or with a number behind it.",
    };

    /// <summary>Adds <c>backup</c>, during which a site may be running, and <c>restore</c>, before which it must be stopped.</summary>
    public static RootCommand AddBackup(this RootCommand root)
    {
        var target = new Argument<string>("FILE") { Description = "The file to write. Its hash is written beside it." };
        var backup = new Command("backup", "Copy the corpus to a file, and check the copy.") { target };
        backup.SetAction((parsed, cancellation) => BackUpAsync(parsed, parsed.GetRequiredValue(target), cancellation));

        var source = new Argument<string>("FILE") { Description = "A file that backup wrote, with its hash beside it." };
        var restore = new Command("restore", "Check a backup and make it the corpus.") { source, Replace };
        restore.SetAction((parsed, cancellation) => RestoreAsync(parsed, parsed.GetRequiredValue(source), cancellation));

        foreach (var command in new[] { backup, restore })
        {
            command.TreatUnmatchedTokensAsErrors = false;
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static async Task<int> BackUpAsync(ParseResult parsed, string path, CancellationToken cancellation)
    {
        await using var services = Closed(parsed.Read(parsed.UnmatchedTokens));
        return Report(path, await services.GetRequiredService<CorpusBackup>().BackUpAsync(path, cancellation));
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, string path, CancellationToken cancellation)
    {
        await using var services = Closed(parsed.Read(parsed.UnmatchedTokens));
        return Report(path, await services.GetRequiredService<CorpusBackup>().RestoreAsync(path, parsed.GetValue(Replace), cancellation));
    }

    /// <summary>
    /// Not opened as the other commands do: that would bring the corpus to the form of this version before it is backed up, or
    /// make the one that the backup is to become.
    /// </summary>
    private static ServiceProvider Closed(Settings settings) =>
        new ServiceCollection().AddFileLog(settings).AddCorpus(settings.Corpus(seeds: null)).BuildServiceProvider();

    private static int Report(string path, BackupResult result)
    {
        switch (result)
        {
            case BackupResult.Done done:
                DigestWriter.Write(done.Digest, Console.Out);
                Console.Out.WriteLine($"{path}: whole, content {done.Digest.Hash}");
                return ExitCode.Success;
            case BackupResult.Refused refused:
                throw new UserMistakeException(refused.Message);
            default:
                throw new InvalidOperationException($"Unknown outcome {result}.");
        }
    }
}
