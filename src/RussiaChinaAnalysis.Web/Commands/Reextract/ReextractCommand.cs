using System.CommandLine;
using System.Globalization;
using RussiaChinaAnalysis.Corpus.Revise;

namespace RussiaChinaAnalysis.Web.Commands.Reextract;

internal static class ReextractCommand
{
    /// <summary>
    /// Adds <c>reextract</c>, which reads the stored essays anew with the extractor and the codebook as they are now and
    /// says what that changed. What people decided stays. A site may be running on the same corpus.
    /// </summary>
    public static RootCommand AddReextract(this RootCommand root)
    {
        var command = new Command("reextract", "Read the stored essays anew; leave alone what people decided.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var services = await CommandCorpus.OpenAsync(parsed.Read(parsed.UnmatchedTokens), cancellation);
        var report = await services.GetRequiredService<Reextraction>().RunAsync((_, _, _) => Task.CompletedTask, cancellation);
        foreach (var document in report.Changed)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"document {document.Id}, {document.Title}: {document.Relabelled} relabelled, {document.Added} added, {document.Removed} removed, {document.Kept} left as people decided"));
        }

        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Read} read, {report.Changed.Count} changed"));
        return ExitCode.Success;
    }
}
