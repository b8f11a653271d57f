using System.CommandLine;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Commands.Interchange;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Reports;

internal static class ReportCommand
{
    /// <summary>Adds <c>report</c>, which writes a saved report as a file.</summary>
    public static RootCommand AddReport(this RootCommand root)
    {
        var id = new Argument<int>("REPORT") { Description = "The number of the report, as in its address." };
        var format = new Option<string>("--format") { Description = "html, pdf, docx, md, xlsx, csv or json.", Required = true };
        var version = new Option<int?>("--version") { Description = "An earlier version; otherwise the last." };
        var output = OutputFile.Create();
        var command = new Command("report", "Write a saved report as a file.") { id, format, version, output };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed, parsed.GetRequiredValue(id), parsed.GetRequiredValue(format), parsed.GetValue(version), parsed.GetRequiredValue(output), cancellation));
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, int id, string key, int? version, string output, CancellationToken cancellation)
    {
        await using var services = await CommandCorpus.OpenAsync(parsed.Read(parsed.UnmatchedTokens), cancellation);
        var export = services.GetRequiredService<ReportExport>();
        var format = export.Find(key)
            ?? throw new UserMistakeException($"There is no format “{key}”; it must be one of {string.Join(", ", export.Formats.Select(known => known.Key))}.");
        var report = await services.GetRequiredService<ReportStore>().FindAsync(id, version, cancellation)
            ?? throw new UserMistakeException("There is no such report, or it has no such version. The page of reports lists them.");
        await OutputFile.WriteAsync(output, stream =>
        {
            export.Write(format, report.Content, stream, ExportSteps.OnTerminal("statements"), cancellation);
            return Task.CompletedTask;
        });
        return ExitCode.Success;
    }
}
