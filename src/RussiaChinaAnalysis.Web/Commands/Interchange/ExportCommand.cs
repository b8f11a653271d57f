using System.CommandLine;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Interchange;

internal static class ExportCommand
{
    /// <summary>Adds <c>export</c>, which writes the corpus, or a selection of it, in the format of another tool.</summary>
    public static RootCommand AddExport(this RootCommand root)
    {
        var keys = CorpusExport.Formats.Append(CorpusExport.Archive).Select(format => format.Key).ToArray();
        var format = new Argument<string>("FORMAT") { Description = $"One of {string.Join(", ", keys)}." }.AcceptOnlyFromAmong(keys);
        var filter = new Option<string?>("--filter")
        {
            Description = "What stands after the question mark in the address of a list of claims, such as role=claim&theme=trade-share. The archive is always whole.",
            HelpName = "QUERY",
        };
        var output = OutputFile.Create();
        var command = new Command("export", "Write the corpus in the format of another tool.") { format, filter, output };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed, CorpusExport.Find(parsed.GetRequiredValue(format))!, parsed.GetValue(filter), parsed.GetRequiredValue(output), cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, FormatDescription format, string? filter, string output, CancellationToken cancellation)
    {
        var query = FilterAddress.Read(filter);
        if (!query.Problems.IsEmpty)
            throw new UserMistakeException([.. query.Problems]);
        await using var services = await CommandCorpus.OpenAsync(parsed.Read(parsed.UnmatchedTokens), cancellation);
        var export = services.GetRequiredService<CorpusExport>();
        try
        {
            await OutputFile.WriteAsync(output, stream => export.WriteAsync(format, query.Filter, stream, ExportSteps.OnTerminal("documents"), cancellation));
        }
        catch (ArchiveTooLargeException large)
        {
            throw new UserMistakeException(large.Message);
        }

        return ExitCode.Success;
    }
}
