using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Reports.Formats;
using RussiaChinaAnalysis.Corpus.Reports.Verify;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Reports;

public sealed class ReportVerifierTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_were_altered_are_not_sought_when_they_are_too_many()
    {
        await using var edited = await EditedCorpus.StartAsync();

        var check = await CheckAsync(edited, quote => string.Concat(Enumerable.Repeat($"{quote} ", Anchor.LongestForeignQuote)));

        Assert.Equal(ReferenceState.TextChanged, check.State);
        Assert.Contains("too long to be sought elsewhere", check.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stand_where_the_report_says_may_be_of_any_number()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await edited.ReviseAsync($"{EditedCorpus.Essay}\n\n{string.Concat(Enumerable.Repeat("The buses run. ", 1000))}");
        await using var context = edited.Corpus.Open();
        var text = await context.DocumentVersions.Where(version => version.Number == 2).Select(version => version.Text.Text).SingleAsync(Cancellation);

        var check = await CheckAsync(edited, _ => text);

        Assert.Equal((ReferenceState.DecisionChanged, "The words are no longer marked as a passage."), (check.State, check.Explanation));
    }

    [Fact]
    public async Task Digits_of_another_script_number_no_reference()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var content = await ReportAsync(edited);
        using var report = new MemoryStream();
        new MarkdownReport().Write(content, report, new Progress<int>(), Cancellation);
        byte[] altered = [.. Encoding.UTF8.GetBytes("١. <a id=\"ref-١\"></a>\n\nSee [\\[١\\]](#ref-١).\n\n"), .. report.ToArray()];

        var outcome = await edited.Corpus.Get<ReportVerifier>().VerifyAsync(new SourceFile("report.md", altered), Cancellation);

        var checks = Assert.IsType<VerificationOutcome.Done>(outcome).Checks;
        Assert.Equal(content.References.Count, checks.Count);
        Assert.All(checks, check => Assert.Equal(ReferenceState.Unchanged, check.State));
    }

    [Fact]
    public async Task A_search_for_words_can_be_called_off()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var content = await ReportAsync(edited);
        await using var context = edited.Corpus.Open();
        var text = (await CurrentText.ReadAsync(context, content.Documents[0].Hash, Cancellation))!;
        var altered = content.References[0] with { Start = 0, Quote = "The village must run some buses through all of the night" };

        Assert.NotNull(text.Find(altered, Cancellation));
        Assert.Throws<OperationCanceledException>(() => text.Find(altered, new CancellationToken(canceled: true)));
    }

    private static async Task<ReferenceCheck> CheckAsync(EditedCorpus edited, Func<string, string> alter)
    {
        var content = await ReportAsync(edited);
        var first = content.References[0];
        var quote = alter(first.Quote);
        var script = ReferenceData.Script(content with { References = [first with { Start = 0, End = quote.Length, Quote = quote }] });
        var json = script[(script.IndexOf('>', StringComparison.Ordinal) + 1)..script.LastIndexOf('<')];
        var outcome = await edited.Corpus.Get<ReportVerifier>().VerifyAsync(new SourceFile("report.json", Encoding.UTF8.GetBytes(json)), Cancellation);
        return Assert.Single(Assert.IsType<VerificationOutcome.Done>(outcome).Checks);
    }

    private static async Task<ReportContent> ReportAsync(EditedCorpus edited)
    {
        var reports = edited.Corpus.Get<ReportStore>();
        var id = await reports.CreateAsync(new() { Title = "On nights" }, edited.Ben.Name, Cancellation);
        return (await reports.FindAsync(id, version: null, Cancellation))!.Content;
    }
}
