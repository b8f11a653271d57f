using System.Net;
using System.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

public sealed class VerifyReportTests : IAsyncDisposable
{
    private readonly TestSite site = new();

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    public async Task Verifying_says_what_became_of_each_reference(string format)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);
        var report = await client.DownloadReportAsync(id, format);
        var first = await client.VerifyAsync($"report.{format}", report);
        await site.ChangeAsync(content.References[0].PassageId, passage => passage.Status = Status.Accepted);

        var second = await client.VerifyAsync($"report.{format}", report);

        Assert.Contains($"Unchanged: <strong class=\"number\">{content.References.Count:N0}</strong>", first, StringComparison.Ordinal);
        Assert.Contains("Decision changed: <strong class=\"number\">1</strong>", second, StringComparison.Ordinal);
        Assert.Contains("It is now accepted; the report says suggested.", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    public async Task Words_that_somebody_changed_in_the_file_itself_are_noticed(string format)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var report = Encoding.UTF8.GetString(await client.DownloadReportAsync(id, format));
        var statement = report.IndexOf("A patient American policy would not break", StringComparison.Ordinal);

        var page = await client.VerifyAsync($"report.{format}", Encoding.UTF8.GetBytes(report.Insert(statement, "It is false that ")));

        Assert.Contains("Text changed: <strong class=\"number\">1</strong>", page, StringComparison.Ordinal);
        Assert.Contains("The report itself was edited", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("“It is false that ")]
    [InlineData(null)]
    public async Task Markdown_whose_list_of_references_was_edited_is_noticed(string? opening)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var report = Encoding.UTF8.GetString(await client.DownloadReportAsync(await client.SaveReportAsync(), "md"));
        var line = report.Split('\n').Single(line => line.StartsWith("2. <a id=\"ref-2\">", StringComparison.Ordinal));

        var page = await client.VerifyAsync("report.md", Encoding.UTF8.GetBytes(report.Replace(line, opening is null ? "" : line.Replace("“", opening, StringComparison.Ordinal), StringComparison.Ordinal)));

        Assert.Contains("Text changed: <strong class=\"number\">1</strong>", page, StringComparison.Ordinal);
        Assert.Contains("The report itself was edited", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_larger_than_any_essay_is_checked()
    {
        await using var small = new TestSite().With("Limits:FileMegabytes", "1");
        using var client = await small.ClientAsync(PersonRole.Reviewer);
        var report = await client.DownloadReportAsync(await client.SaveReportAsync(), "html");
        byte[] padded = [.. report, .. Enumerable.Repeat((byte)' ', 3 * 1024 * 1024)];

        var page = await client.VerifyAsync("report.html", padded);

        Assert.Contains("Decision changed: <strong class=\"number\">0</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_check_reports_of_the_size_of_a_file()
    {
        await using var small = new TestSite().With("Limits:FileMegabytes", "1").With("Accounts:VisitorsMayRead", "true");
        using var visitor = small.CreateClient();

        var page = await visitor.VerifyAsync("report.html", new byte[(1024 * 1024) + 1], HttpStatusCode.BadRequest);

        Assert.Contains("Without an account a report of up to 1 MB can be checked.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_refused_by_name()
    {
        using var client = await site.ClientAsync(PersonRole.Reader);

        var page = await client.VerifyAsync("x.html", Encoding.UTF8.GetBytes("<p>Nothing</p>"), HttpStatusCode.BadRequest);

        Assert.Contains("x.html holds no references", page, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
