using System.CommandLine;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Operations;

internal static class MigrateCorpusCommand
{
    /// <summary>Adds <c>migrate-corpus</c>, which copies the configured corpus into an empty one of either kind.</summary>
    public static RootCommand AddMigrateCorpus(this RootCommand root)
    {
        var target = new Argument<string>("TARGET")
        {
            Description = "A file, or a PostgreSQL connection string such as \"Host=127.0.0.1;Database=corpus;Username=corpus\".",
        };
        var command = new Command("migrate-corpus", "Copy the corpus to another database, and compare the two.") { target };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetRequiredValue(target), cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string target, CancellationToken cancellation)
    {
        // What it says is not repeated: it may hold a password.
        var provider = StorageAddress.ProviderOf(target)
            ?? throw new UserMistakeException("The target is neither the name of a file nor a connection string such as Host=127.0.0.1;Database=corpus;Username=corpus.");
        await using var services = await CommandCorpus.OpenAsync(parsed.Read(parsed.UnmatchedTokens), cancellation);
        switch (await services.GetRequiredService<CorpusCopy>().RunAsync(provider, target, cancellation))
        {
            case CopyResult.Copied copied:
                DigestWriter.Write(copied.Digest, Console.Out);
                Console.Out.WriteLine($"Both corpora hold the same, content {copied.Digest.Hash}");
                return ExitCode.Success;
            case CopyResult.NotEmpty full:
                throw new UserMistakeException($"The target holds {full.Table} already; name a database that is empty or does not exist.");
            case CopyResult.Different different:
                throw new InvalidOperationException($"The copy differs in {string.Join(", ", different.Tables)}; do not use it.");
            default:
                throw new InvalidOperationException("A corpus is copied, or it is not.");
        }
    }
}
