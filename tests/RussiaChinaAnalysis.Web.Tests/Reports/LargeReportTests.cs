using System.Diagnostics;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Tests.Support;
using UglyToad.PdfPig;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

/// <summary>The time that 5,000 claims take in each format is written to the test's output.</summary>
public sealed class LargeReportTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [MemberData(nameof(ReportFormatTests.Formats), MemberType = typeof(ReportFormatTests))]
    public void Five_thousand_claims_are_written_with_progress_on_the_way(string key)
    {
        var export = site.Services.GetRequiredService<ReportExport>();
        var content = Content(claims: 5_000);
        var told = new Steps();
        using var output = new MemoryStream();
        var started = Stopwatch.GetTimestamp();

        export.Write(export.Find(key)!, content, output, told, TestContext.Current.CancellationToken);

        TestContext.Current.SendDiagnosticMessage("{0}: {1:0.0} s, {2} bytes", key, Stopwatch.GetElapsedTime(started).TotalSeconds, output.Length);
        Assert.True(output.Length > 100_000);
        Assert.Equal(5_000, told.Last);
        // JSON is written in one piece.
        Assert.True(told.Count > 10 || key == "json");
    }

    [Theory]
    [InlineData("/reports/{id:int}/download/{key}")]
    [InlineData("/reports/{id:int}/progress/{key}")]
    public void A_file_has_the_time_of_a_download(string address)
    {
        var patience = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText == address).Select(endpoint => endpoint.Metadata.GetMetadata<RequestTimeoutPolicy>()?.Timeout);

        Assert.Equal(TimeSpan.FromMinutes(30), Assert.Single(patience));
    }

    [Fact]
    public void A_cancelled_export_stops()
    {
        var export = site.Services.GetRequiredService<ReportExport>();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => export.Write(export.Find("pdf")!, Content(claims: 200), Stream.Null, progress: null, cancelled.Token));
    }

    [Fact]
    public void A_statement_that_is_longer_than_a_page_goes_on_on_the_next()
    {
        var export = site.Services.GetRequiredService<ReportExport>();
        var content = Content(claims: 1, string.Join(' ', Enumerable.Range(1, 2_000).Select(number => $"word{number}")));
        using var output = new MemoryStream();

        export.Write(export.Find("pdf")!, content, output, progress: null, TestContext.Current.CancellationToken);

        using var pdf = PdfDocument.Open(output.ToArray());
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Location.Y >= 40).Select(letter => letter.Value)).Squeezed();
        Assert.Contains(content.References[0].Quote.Squeezed(), text, StringComparison.Ordinal);
    }

    private static ReportContent Content(
        int claims, string words = "Trade between the two neighbours has grown in every year since the sanctions began, and it shows no sign of slowing")
    {
        var references = Enumerable.Range(1, claims * 2).Select(number => new ReportReference(
            number, number, number % 50, number * 200, number * 200 + 120, $"{words}, as case {number} tells.", "before ", " after",
            number % 2 == 1 ? Role.Claim : Role.Evidence, false, number % 2 == 1 ? null : EvidenceKind.Example, AttributionKind.Author, null, Stance.Pro, 0.8,
            Status.Accepted, "A. Reviewer", ["Trade share"])).ToList();
        var items = Enumerable.Range(0, claims).Select(place => new ReportItem(
            2 * place + 1, ReportChange.None, [new ReportLink(2 * place + 2, RelationKind.Supports, Status.Suggested)], [], []));
        return new(
            "Large", ["Ada"], "", "All passages", new ReportEdition(1, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), "Ada"),
            [.. Enumerable.Range(0, 50).Select(number => new ReportDocument(number + 1, $"Essay {number}", "Ada", "2024", 1, number.ToString("x64", null)))],
            [.. items.Chunk(100).Select((part, place) => new ReportSection($"Section {place}", part))],
            references, [], [], []);
    }

    private sealed class Steps : IProgress<Corpus.Files.ExportProgress>
    {
        public int Count { get; private set; }

        public int Last { get; private set; }

        public void Report(Corpus.Files.ExportProgress value) => (Count, Last) = (Count + 1, value.Done);
    }
}
