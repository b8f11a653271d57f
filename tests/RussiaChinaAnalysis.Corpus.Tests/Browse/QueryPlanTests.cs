using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse;

/// <summary>No list goes through all passages in the database, whatever is chosen, searched for or sorted by.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    private readonly SqlRecorder recorder = new();
    private TestCorpus corpus = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await SampleEssays.StoreAsync(corpus);
        // The columns behind the lists are read once, along the index that holds them.
        await corpus.Overview.ReadAsync(Cancellation);
        recorder.Begin(corpus.Storage.DatabasePath);
    }

    public async ValueTask DisposeAsync()
    {
        recorder.Dispose();
        await corpus.DisposeAsync();
    }

    [Fact]
    public async Task What_does_go_through_them_would_be_seen()
    {
        await using (var context = corpus.Open())
            await context.Passages.CountAsync(passage => passage.Quote.Length > 3, Cancellation);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertNoScan(least: 1));
    }

    [Fact]
    public async Task Claims()
    {
        FacetChoice[] choices =
        [
            new(Facet.Role, "claim"), new(Facet.Thesis, "no"), new(Facet.EvidenceKind, "statistic"), new(Facet.ClaimKind, "causal", Negated: true),
            new(Facet.Theme, "region"), new(Facet.Stance, "pro"), new(Facet.Attribution, "author"), new(Facet.Support, "supported"),
            new(Facet.Status, "rejected", Negated: true), new(Facet.Document, "2"), new(Facet.Author, "nobody"),
        ];
        foreach (var sort in Enum.GetValues<PassageSort>())
        {
            foreach (var filter in choices.Select(choice => new PassageFilter { Choices = [choice] }).Append(new PassageFilter { Search = "trade \"has its limits\"" }))
            {
                var first = await corpus.Passages.ListAsync(new PassageQuery(filter, sort, Size: 3), Cancellation);
                var next = await corpus.Passages.ListAsync(new PassageQuery(filter, sort, After: first.Next, Size: 3), Cancellation);
                await corpus.Passages.ListAsync(new PassageQuery(filter, sort, Before: next.Previous, Size: 3), Cancellation);
            }
        }

        AssertNoScan(least: 5);
    }

    [Fact]
    public async Task Documents_and_the_overview()
    {
        var first = await corpus.Documents.ListAsync(after: null, 2, Cancellation);
        await corpus.Documents.ListAsync(first.Next, 2, Cancellation);
        await corpus.Overview.ReadAsync(Cancellation);

        AssertNoScan(least: 5);
    }

    [Fact]
    public async Task Themes()
    {
        await corpus.Themes.ListAsync(Cancellation);
        Assert.NotNull(await corpus.Themes.FindAsync("region", Cancellation));

        AssertNoScan(least: 2);
    }

    [Fact]
    public async Task Connections()
    {
        var browser = corpus.Get<ConnectionBrowser>();
        foreach (var filter in new ConnectionFilter[] { new(), new(Theme: "region"), new(Document: 1), new(Document: 1, Other: 2) })
        {
            await browser.ListAsync(new ConnectionQuery(filter), Cancellation);
            await browser.ListAsync(new ConnectionQuery(filter, After: "0.5-7"), Cancellation);
        }

        AssertNoScan(least: 8);
    }

    [Fact]
    public async Task Whole_lists()
    {
        foreach (var sort in Enum.GetValues<PassageSort>())
            Assert.NotEmpty(await corpus.Passages.StreamAsync(new PassageFilter { Search = "trade" }, sort, Cancellation).ToListAsync(Cancellation));
        foreach (var filter in new ConnectionFilter[] { new(), new(Theme: "region"), new(Document: 1), new(Document: 1, Other: 2) })
            await corpus.Get<ConnectionBrowser>().StreamAsync(filter, Cancellation).ToListAsync(Cancellation);

        AssertNoScan(least: 5);
        Assert.DoesNotContain(recorder.Plans().Keys, sql => sql.Contains("GROUP BY", StringComparison.Ordinal) || sql.Contains("COUNT(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Notes_history_and_reports()
    {
        foreach (var filter in Enum.GetValues<NoteFilter>())
        {
            await corpus.Get<NoteBrowser>().ListAsync(filter, viewer: 1, before: null, 20, Cancellation);
            await corpus.Get<NoteBrowser>().ListAsync(filter, viewer: 1, before: 50, 20, Cancellation);
        }

        await corpus.Get<HistoryBrowser>().ListAsync(documentId: null, viewer: null, before: 9, 20, Cancellation);
        await corpus.Get<HistoryBrowser>().ListAsync(documentId: 1, viewer: null, before: null, 20, Cancellation);
        await corpus.Get<ReportStore>().ListAsync(Cancellation);

        AssertNoScan(least: 8);
    }

    private void AssertNoScan(int least)
    {
        var plans = recorder.Plans();
        Assert.True(plans.Count >= least, $"Only {plans.Count} statements were seen.");
        foreach (var (sql, plan) in plans)
        {
            var names = PassagesAs().Matches(sql).Select(match => match.Groups[1].Value).Append("Passages").ToHashSet(StringComparer.Ordinal);
            Assert.False(
                plan.Any(line => names.Any(name => line == $"SCAN {name}" || line.StartsWith($"SCAN {name} ", StringComparison.Ordinal))),
                $"{string.Join('\n', plan)}\n\n{sql}");
        }
    }

    [GeneratedRegex("\"Passages\" AS \"(\\w+)\"")]
    private static partial Regex PassagesAs();
}
