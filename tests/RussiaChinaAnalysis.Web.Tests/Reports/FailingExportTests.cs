using System.Globalization;
using System.Net;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

public sealed class FailingExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_cannot_be_made_is_told_with_the_reason_and_nothing_is_sent()
    {
        using var temporary = new TemporaryFolder();
        await using var made = new TestSite();
        using var reviewer = await made.ClientAsync(PersonRole.Reviewer);
        var id = (await reviewer.SaveReportAsync()).ToString(CultureInfo.InvariantCulture);
        var nowhere = new Dictionary<string, string> { ["TMPDIR"] = temporary.Child("gone"), ["TMP"] = temporary.Child("gone"), ["TEMP"] = temporary.Child("gone") };
        await using var site = await RunningSite.StartAsync(nowhere, Cancellation, ["--data", made.Data, .. made.StorageArguments]);
        using var client = new HttpClient { BaseAddress = new Uri(site.Address.GetLeftPart(UriPartial.Authority)) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var events = await client.GetStringAsync($"/reports/{id}/progress/pdf", Cancellation);
        using var download = await client.GetAsync($"/reports/{id}/download/pdf", Cancellation);

        Assert.Contains("event: failed", events, StringComparison.Ordinal);
        Assert.Contains("folder for temporary files is missing", events, StringComparison.Ordinal);
        Assert.DoesNotContain("event: made", events, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, download.StatusCode);
        Assert.Equal("text/html", download.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }
}
