using System.CommandLine;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Reports.Verify;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Reports;

internal static class VerifyCommand
{
    /// <summary>Adds <c>verify</c>, which compares the quotations of an exported report with the corpus. One line for each reference.</summary>
    public static RootCommand AddVerify(this RootCommand root)
    {
        var file = new Argument<string>("REPORT") { Description = "A report in HTML, Markdown or JSON." };
        var command = new Command("verify", "Compare the quotations of an exported report with the corpus.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed, parsed.GetRequiredValue(file), cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string path, CancellationToken cancellation)
    {
        var settings = parsed.Read(parsed.UnmatchedTokens);
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"{path} cannot be read: {failure.Message}");
        }

        await using var services = await CommandCorpus.OpenAsync(settings, cancellation);
        var outcome = await services.GetRequiredService<ReportVerifier>().VerifyAsync(new SourceFile(Path.GetFileName(path), content), cancellation);
        if (outcome is VerificationOutcome.Refused refused)
            throw new UserMistakeException(refused.Message);
        var done = (VerificationOutcome.Done)outcome;
        foreach (var check in done.Checks)
            Console.Out.WriteLine(FormattableString.Invariant($"{check.Number}\t{Word(check.State)}\t{check.Document}\t{check.Explanation}"));
        Console.Out.WriteLine(string.Join(", ", Enum.GetValues<ReferenceState>().Select(state => FormattableString.Invariant($"{done.Count(state)} {Word(state)}"))));
        return done.Count(ReferenceState.Unchanged) == done.Checks.Count ? ExitCode.Success : ExitCode.Refused;
    }

    private static string Word(ReferenceState state) => state switch
    {
        ReferenceState.TextChanged => "text changed",
        ReferenceState.DecisionChanged => "decision changed",
        _ => state.ToString().ToLowerInvariant(),
    };
}
