using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Reports;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Reports;

/// <summary>
/// Reports written and checked with the real program, and the same files checked on the page, after everything that can
/// happen to a passage has happened to one.
/// </summary>
public sealed class ReportCommandsTests : IAsyncDisposable
{
    private const string Essay = """
        # On ferries

        Ferries should run at night, because night trains are full. Critics reply that crews are tired and dear.

        In 2024 the night line carried 31 percent more people than in the year before. That was the best result in a decade.

        The harbour is too small for larger ships. A second pier would help the whole coast.

        Nobody has asked the islanders so far. They will have the last word in the matter.
        """;

    private const string Revised = """
        # On ferries

        Ferries should run at night, because night trains are full. Critics reply that crews are tired and dear.

        In 2024 the night line carried 34 percent more people than in the year before. That was the best result in a decade.

        They will have the last word in the matter. A vote is planned for the autumn of next year.

        The harbour is too small for larger ships. A second pier would help the whole coast.
        """;

    private readonly TemporaryFolder temporary = new();
    private readonly TestSite site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_fate_of_a_quotation_is_told_from_every_form_of_a_report_by_command_and_page()
    {
        temporary.Write("seeds/ferries.md", Essay);
        site.WithSeeds(temporary.Child("seeds"));
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync(fields: [("Form.Grouping", nameof(ReportGrouping.Document)), ("Form.Selection", "role=claim&role=evidence&role=context")]);
        var content = await site.ContentAsync(id);
        var files = new List<string>();
        foreach (var format in new[] { "html", "md", "json" })
        {
            files.Add(temporary.Child($"report.{format}"));
            Assert.Equal(0, (await RunAsync("report", id.ToString(CultureInfo.InvariantCulture), "--format", format, "--output", files[^1])).ExitCode);
            Assert.Equal(await client.DownloadReportAsync(id, format), await File.ReadAllBytesAsync(files[^1], Cancellation));
        }

        var untouched = await RunAsync("verify", files[0]);
        Assert.Equal(0, untouched.ExitCode);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{content.References.Count} unchanged, 0 moved, 0 text changed, 0 decision changed, 0 gone"), untouched.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("ingest", temporary.Write("ferries.md", Revised))).ExitCode);
        await DecideAsync("Critics reply that crews are tired and dear.");
        foreach (var file in files)
        {
            var run = await RunAsync("verify", file);
            var page = await client.VerifyAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file, Cancellation));

            Assert.Equal(1, run.ExitCode);
            foreach (var (words, fate) in new[]
            {
                ("That was the best result in a decade.", "unchanged"), ("A second pier would help the whole coast.", "moved"), ("In 2024 the night line carried 31", "text changed"),
                ("Critics reply that crews are tired and dear.", "decision changed"), ("Nobody has asked the islanders so far.", "gone"),
            })
            {
                var reference = content.References.Single(reference => reference.Quote.StartsWith(words, StringComparison.Ordinal));
                Assert.Contains(run.Output.Split('\n'), line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{reference.Number}\t{fate}\t"), StringComparison.Ordinal));
                Assert.Contains(char.ToUpperInvariant(fate[0]) + fate[1..], page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_is_asked_for_and_is_not_there_is_named()
    {
        temporary.Write("seeds/ferries.md", Essay);
        site.WithSeeds(temporary.Child("seeds"));
        using var client = await site.ClientAsync(PersonRole.Reviewer);

        var report = await RunAsync("report", "7", "--format", "pdf", "--output", temporary.Child("report.pdf"));
        var format = await RunAsync("report", "7", "--format", "odt", "--output", temporary.Child("report.odt"));
        var verify = await RunAsync("verify", temporary.Write("notes.html", "<p>Nothing.</p>"));
        var missing = await RunAsync("verify", temporary.Child("missing.html"));

        Assert.Equal((2, 2, 2, 2), (report.ExitCode, format.ExitCode, verify.ExitCode, missing.ExitCode));
        Assert.Contains("There is no such report", report.Complaints, StringComparison.Ordinal);
        Assert.Contains("There is no format “odt”", format.Complaints, StringComparison.Ordinal);
        Assert.Contains("notes.html holds no references", verify.Complaints, StringComparison.Ordinal);
        Assert.Contains("missing.html cannot be read", missing.Complaints, StringComparison.Ordinal);
        Assert.False(File.Exists(temporary.Child("report.pdf")));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        temporary.Dispose();
    }

    private async Task DecideAsync(string quote)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        var passage = await context.Passages.SingleAsync(passage => passage.Quote == quote, Cancellation);
        passage.Status = Status.Accepted;
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>On the database of the site, which goes on serving meanwhile.</summary>
    private Task<ProgramRun> RunAsync(params IEnumerable<string> arguments) => ProgramRun.OfAsync(Cancellation, [.. arguments, "--data", site.Data, .. site.StorageArguments]);
}
