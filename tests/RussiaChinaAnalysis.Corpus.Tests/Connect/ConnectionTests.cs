using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

public sealed class ConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_seed_essays_are_found_to_use_the_same_trade_figures_for_opposite_conclusions()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await corpus.IngestAsync(seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));

        var page = await corpus.ConnectionsAsync(new ConnectionFilter(ConnectionKind.OpposedFigure));

        var connection = Assert.Single(page.Rows);
        Assert.Equal(1, page.Total);
        Assert.Contains("31 percent of Russia’s exports", connection.First.Quote, StringComparison.Ordinal);
        Assert.Contains("31 percent of Russia’s exports", connection.Second.Quote, StringComparison.Ordinal);
        Assert.Equal("A patient wedge could still work", connection.First.DocumentTitle);
        Assert.Equal("Why the wedge between Moscow and Beijing will not hold", connection.Second.DocumentTitle);
        Assert.Contains(connection.Reasons, reason => reason is { Rule: ConnectionRule.SameValue, First: "31 percent", Second: "31 percent" });
        Assert.Contains(connection.Reasons, reason => reason is { Rule: ConnectionRule.SameValue, First: "39 percent", Second: "39 percent" });
        Assert.Contains(connection.Reasons, reason => reason is { Rule: ConnectionRule.SameSource, First: "the Central Bank of Russia" });
        Assert.Contains(connection.Reasons, reason => reason.Rule == ConnectionRule.Conclusions && reason.Explanation.Contains("opposite", StringComparison.Ordinal));
        Assert.Equal(["By early 2025", "31 percent", "Russia’s exports"], connection.First.Hits.Take(3).Select(hit => hit.Of(connection.First.Quote)));
    }

    [Fact]
    public async Task Another_value_for_the_same_quantity_is_a_contradiction()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("soup.md", TownEssays.Soup);
        var tram = await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);

        var connection = Assert.Single((await corpus.ConnectionsAsync(new ConnectionFilter(ConnectionKind.Contradiction))).Rows);

        Assert.Equal((tram, bus), (connection.First.DocumentId, connection.Second.DocumentId));
        Assert.Contains(connection.Reasons, reason => reason is { Rule: ConnectionRule.OtherValue, First: "40 percent", Second: "25 percent" });
    }

    [Fact]
    public async Task A_passage_and_its_document_show_what_they_are_connected_with()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("soup.md", TownEssays.Soup);
        var tram = await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);

        var document = (await corpus.Documents.FindAsync(bus, Cancellation))!;

        var end = Assert.Single(document.Connections);
        Assert.Equal((tram, ConnectionKind.Contradiction), (end.OtherDocumentId, end.Kind));
        var passage = (await corpus.Passages.FindAsync(end.PassageId, Cancellation))!;
        Assert.Equal(end.OtherId, Assert.Single(passage.Connections).OtherThan(end.PassageId).Id);
    }

    [Fact]
    public async Task The_order_in_which_essays_come_makes_no_difference_to_what_is_connected()
    {
        var pairs = new List<IEnumerable<(string, string, ConnectionKind)>>();
        foreach (var order in new[] { new[] { TownEssays.Tram, TownEssays.Bus, TownEssays.Soup }, [TownEssays.Bus, TownEssays.Soup, TownEssays.Tram] })
        {
            await using var corpus = await TestCorpus.StartAsync();
            foreach (var text in order)
                await corpus.IngestAsync($"{text[..5]}.md", text);
            pairs.Add((await corpus.ConnectionsAsync(new ConnectionFilter())).Rows
                .Select(row => string.CompareOrdinal(row.First.Quote, row.Second.Quote) < 0
                    ? (row.First.Quote, row.Second.Quote, row.Kind)
                    : (row.Second.Quote, row.First.Quote, row.Kind))
                .Order().ToList());
        }

        Assert.NotEmpty(pairs[0]);
        Assert.Equal(pairs[0], pairs[1]);
    }

    [Fact]
    public async Task A_connection_goes_with_either_of_its_passages()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);
        await using var context = corpus.Open();
        Assert.True(await context.Connections.AnyAsync(Cancellation));
        Assert.True(await context.PassageFigures.AnyAsync(figure => figure.Passage.DocumentId == bus, Cancellation));

        await context.Passages.Where(passage => passage.DocumentId == bus).ExecuteDeleteAsync(Cancellation);

        Assert.False(await context.Connections.AnyAsync(Cancellation));
        Assert.False(await context.PassageFigures.AnyAsync(figure => figure.Passage.DocumentId == bus, Cancellation));
    }

    [Fact]
    public async Task A_revised_essay_is_connected_by_what_it_says_now()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);
        Assert.Single((await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus))).Rows);

        var revised = await corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("bus.md", Encoding.UTF8.GetBytes("Diesel is cheap this year. Buses are often late. Buses can go everywhere.")), corrections: null, Cancellation);

        Assert.IsType<IngestResult.Revised>(revised);
        await corpus.CompareAsync();
        Assert.Empty((await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus))).Rows);
    }

    [Fact]
    public async Task An_essay_on_which_somebody_works_is_connected_by_what_its_passages_are_now()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var corpus = edited.Corpus;
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);
        var before = await StateAsync(corpus);
        Assert.Equal(ConnectionKind.Contradiction, Assert.Single((await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus))).Rows).Kind);
        Assert.Equal(0, await corpus.CompareAsync());
        await using var context = corpus.Open();
        var passage = await context.Passages.AsNoTracking().SingleAsync(row => row.DocumentId == bus && row.Quote.Contains("25 percent"), Cancellation);

        var done = EditedCorpus.Done(await edited.Passages.ResizeAsync(
            edited.Ada, passage.Id, passage.ConcurrencyToken, new(passage.Start, passage.Start + "In 2020 the harbour tram".Length), Cancellation));
        Assert.Equal(1, await corpus.CompareAsync());
        // Without its figure it contradicts nothing.
        Assert.Equal(ConnectionKind.SameProposition, Assert.Single((await corpus.ConnectionsAsync(new ConnectionFilter(Document: bus))).Rows).Kind);

        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, done.Change, Cancellation));
        Assert.Equal(1, await corpus.CompareAsync());
        // The words, too, are counted no second time.
        Assert.Equal(before, await StateAsync(corpus));
        Assert.Equal(0, await corpus.CompareAsync());
    }

    [Fact]
    public async Task Comparing_again_changes_nothing()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        var bus = await corpus.IngestAsync("bus.md", TownEssays.Bus);
        var before = await StateAsync(corpus);
        await using (var context = corpus.Open())
            await ComparisonQueue.MarkAsync(context, [bus], Cancellation);

        Assert.Equal(1, await corpus.CompareAsync());

        Assert.Equal(before, await StateAsync(corpus));
    }

    [Fact]
    public async Task To_compare_one_essay_again_takes_nothing_from_the_others()
    {
        const int essays = 20;
        await using var corpus = await TestCorpus.StartAsync();
        var ids = new List<int>();
        for (var number = 0; number < essays; number++)
        {
            var own = string.Join(' ', Enumerable.Range(0, 12).Select(word => $"{(char)('a' + number)}{(char)('a' + word)}nor"));
            ids.Add(await corpus.IngestAsync($"{number}.md", $"The old {own}. In 2020 the harbour tram carried 40 percent of the town’s commuters. That {own} is gone."));
        }

        var before = await StateAsync(corpus);
        foreach (var id in new[] { ids[0], ids[7], ids[^1] })
        {
            await using (var context = corpus.Open())
                await ComparisonQueue.MarkAsync(context, [id], Cancellation);
            Assert.Equal(1, await corpus.CompareAsync());
            Assert.Equal(before, await StateAsync(corpus));
        }

        Assert.True((await corpus.ConnectionsAsync(new ConnectionFilter(Document: ids[0]))).Total > 12);
    }

    [Fact]
    public async Task What_people_rejected_is_connected_with_nothing()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await corpus.IngestAsync("tram.md", TownEssays.Tram);
        await using (var context = corpus.Open())
            await context.Passages.ExecuteUpdateAsync(update => update.SetProperty(passage => passage.Status, Status.Rejected), Cancellation);

        await corpus.IngestAsync("bus.md", TownEssays.Bus);

        Assert.Empty((await corpus.ConnectionsAsync(new ConnectionFilter())).Rows);
    }

    private static async Task<(int, string)> StateAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var connections = await context.Connections.OrderBy(connection => connection.FirstPassageId).ThenBy(connection => connection.SecondPassageId)
            .Select(connection => $"{connection.FirstPassageId} {connection.SecondPassageId} {connection.Kind}").ToListAsync(Cancellation);
        return (await context.TermFrequencies.SumAsync(term => term.Passages, Cancellation), string.Join(", ", connections));
    }
}
