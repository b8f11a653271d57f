using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text.Words;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

public sealed class ConnectionTests
{
    private const string Tram = "Rails last for a century. In 2020 the harbour tram carried 40 percent of the town’s commuters. It serves the hospital on the hill.";
    private const string Bus = "Diesel is cheap this year. In 2020 the harbour tram carried 25 percent of the town’s commuters. Buses can go everywhere.";
    private const string Soup = "Soup needs salt. Cooks should taste it. Children like noodles in it.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_seed_essays_are_found_to_use_the_same_trade_figures_for_opposite_conclusions()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await IngestAsync(corpus, seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));

        var page = await ListAsync(corpus, new ConnectionFilter(ConnectionKind.OpposedFigure));

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
        await IngestAsync(corpus, "soup.md", Soup);
        var tram = await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);

        var connection = Assert.Single((await ListAsync(corpus, new ConnectionFilter(ConnectionKind.Contradiction))).Rows);

        Assert.Equal((tram, bus), (connection.First.DocumentId, connection.Second.DocumentId));
        Assert.Contains(connection.Reasons, reason => reason is { Rule: ConnectionRule.OtherValue, First: "40 percent", Second: "25 percent" });
    }

    [Fact]
    public async Task A_passage_and_its_document_show_what_they_are_connected_with()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "soup.md", Soup);
        var tram = await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);

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
        foreach (var order in new[] { new[] { Tram, Bus, Soup }, [Bus, Soup, Tram] })
        {
            await using var corpus = await TestCorpus.StartAsync();
            foreach (var text in order)
                await IngestAsync(corpus, $"{text[..5]}.md", text);
            pairs.Add((await ListAsync(corpus, new ConnectionFilter())).Rows
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
        await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);
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
        await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);
        Assert.Single((await ListAsync(corpus, new ConnectionFilter(Document: bus))).Rows);

        var revised = await corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("bus.md", Encoding.UTF8.GetBytes("Diesel is cheap this year. Buses are often late. Buses can go everywhere.")), corrections: null, Cancellation);

        Assert.IsType<IngestResult.Revised>(revised);
        await corpus.CompareAsync();
        Assert.Empty((await ListAsync(corpus, new ConnectionFilter(Document: bus))).Rows);
    }

    [Fact]
    public async Task An_essay_on_which_somebody_works_is_connected_by_what_its_passages_are_now()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var corpus = edited.Corpus;
        await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);
        var before = await StateAsync(corpus);
        Assert.Equal(ConnectionKind.Contradiction, Assert.Single((await ListAsync(corpus, new ConnectionFilter(Document: bus))).Rows).Kind);
        Assert.Equal(0, await corpus.CompareAsync());
        await using var context = corpus.Open();
        var passage = await context.Passages.AsNoTracking().SingleAsync(row => row.DocumentId == bus && row.Quote.Contains("25 percent"), Cancellation);

        var done = EditedCorpus.Done(await edited.Passages.ResizeAsync(
            edited.Ada, passage.Id, passage.ConcurrencyToken, new(passage.Start, passage.Start + "In 2020 the harbour tram".Length), Cancellation));
        Assert.Equal(1, await corpus.CompareAsync());
        // Without its figure it contradicts nothing.
        Assert.Equal(ConnectionKind.SameProposition, Assert.Single((await ListAsync(corpus, new ConnectionFilter(Document: bus))).Rows).Kind);

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
        await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);
        var before = await StateAsync(corpus);
        await using (var context = corpus.Open())
            await ComparisonQueue.MarkAsync(context, [bus], Cancellation);

        Assert.Equal(1, await corpus.CompareAsync());

        Assert.Equal(before, await StateAsync(corpus));
    }

    [Fact]
    public async Task Words_are_counted_by_the_passages_that_hold_them()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "tram.md", Tram);
        await IngestAsync(corpus, "bus.md", Bus);

        await using var context = corpus.Open();
        var passages = await context.Passages.Where(passage => passage.Role != Arguments.Extraction.Role.Context).ToListAsync(Cancellation);
        var counts = await context.TermFrequencies.ToDictionaryAsync(term => term.Key, term => term.Passages, Cancellation);

        Assert.Equal(passages.Count, counts[TermFrequency.AllPassages]);
        Assert.Equal(passages.Count(passage => passage.Quote.Contains("harbour", StringComparison.Ordinal)), counts[WordForm.Key("harbour")]);
    }

    [Fact]
    public async Task The_words_of_a_version_are_counted_no_more_when_the_next_has_come()
    {
        const string revised = "Diesel is cheap this year. In 2020 the harbour tram carried 25 percent of the town’s commuters. Buses can go everywhere at night.";
        await using var straight = await TestCorpus.StartAsync();
        await IngestAsync(straight, "tram.md", Tram);
        await IngestAsync(straight, "bus.md", revised);
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "tram.md", Tram);
        await IngestAsync(corpus, "bus.md", Bus);

        foreach (var text in new[] { "Diesel is cheap this year. Nobody likes the harbour tram. Buses can go everywhere.", revised })
        {
            Assert.IsType<IngestResult.Revised>(await corpus.Get<DocumentIngest>().IngestAsync(
                new SourceFile("bus.md", Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation));
            await corpus.CompareAsync();
        }

        Assert.Equal(await CountsAsync(straight), await CountsAsync(corpus));
        Assert.Single((await ListAsync(corpus, new ConnectionFilter())).Rows);
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
            ids.Add(await IngestAsync(corpus, $"{number}.md", $"The old {own}. In 2020 the harbour tram carried 40 percent of the town’s commuters. That {own} is gone."));
        }

        var before = await StateAsync(corpus);
        foreach (var id in new[] { ids[0], ids[7], ids[^1] })
        {
            await using (var context = corpus.Open())
                await ComparisonQueue.MarkAsync(context, [id], Cancellation);
            Assert.Equal(1, await corpus.CompareAsync());
            Assert.Equal(before, await StateAsync(corpus));
        }

        Assert.True((await ListAsync(corpus, new ConnectionFilter(Document: ids[0]))).Total > 12);
    }

    [Fact]
    public async Task What_people_rejected_is_connected_with_nothing()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await IngestAsync(corpus, "tram.md", Tram);
        await using (var context = corpus.Open())
            await context.Passages.ExecuteUpdateAsync(update => update.SetProperty(passage => passage.Status, Status.Rejected), Cancellation);

        await IngestAsync(corpus, "bus.md", Bus);

        Assert.Empty((await ListAsync(corpus, new ConnectionFilter())).Rows);
    }

    [Fact]
    public async Task Lists_are_filtered_by_kind_document_and_theme()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await IngestAsync(corpus, seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));
        var tram = await IngestAsync(corpus, "tram.md", Tram);
        var bus = await IngestAsync(corpus, "bus.md", Bus);

        var all = await ListAsync(corpus, new ConnectionFilter());
        var ofTram = await ListAsync(corpus, new ConnectionFilter(Document: tram));
        var between = await ListAsync(corpus, new ConnectionFilter(Document: bus, Other: tram));
        var apart = await ListAsync(corpus, new ConnectionFilter(Document: bus, Other: 1));
        var trade = await ListAsync(corpus, new ConnectionFilter(Theme: "trade-share"));

        Assert.True(all.Total > 3);
        Assert.Equal(all.Total, all.Kinds.Sum(kind => kind.Count));
        Assert.Equal([.. all.Rows.Select(row => row.Score).OrderDescending()], all.Rows.Select(row => row.Score));
        Assert.Equal(ofTram.Rows.Select(row => row.Id), between.Rows.Select(row => row.Id));
        Assert.Single(ofTram.Rows);
        Assert.Empty(apart.Rows);
        Assert.NotEmpty(trade.Rows);
        Assert.All(trade.Rows, row => Assert.Contains("trade-share", row.First.Themes.Concat(row.Second.Themes).Select(theme => theme.Slug)));
        Assert.True(trade.Total < all.Total);
        Assert.Contains(tram, all.Documents.Select(document => document.Id));
    }

    [Fact]
    public async Task A_list_is_continued_where_it_ended()
    {
        await using var corpus = await TestCorpus.StartAsync();
        foreach (var seed in new[] { "why-the-wedge-could-work.md", "why-the-wedge-fails.md" })
            await IngestAsync(corpus, seed, await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Seeds, seed), Cancellation));
        var whole = await ListAsync(corpus, new ConnectionFilter());
        Assert.Null(whole.Next);

        var ids = new List<int>();
        string? after = null;
        do
        {
            var part = await corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(new ConnectionFilter(), after, Size: 2), Cancellation);
            ids.AddRange(part.Rows.Select(row => row.Id));
            after = part.Next;
        }
        while (after is not null);

        Assert.Equal(whole.Rows.Select(row => row.Id), ids);
        var streamed = await corpus.Get<ConnectionBrowser>().StreamAsync(new ConnectionFilter(), Cancellation).ToListAsync(Cancellation);
        Assert.Equal(ids, streamed.Select(row => row.Id));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("0.5-")]
    [InlineData("NaN-3")]
    [InlineData("-")]
    public async Task A_broken_place_gives_the_first_page_and_says_so(string after)
    {
        await using var corpus = await TestCorpus.StartAsync();

        var page = await corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(new ConnectionFilter(Theme: "no-theme", Document: 77), after), Cancellation);

        Assert.Equal(3, page.Problems.Count);
        Assert.Equal(new ConnectionFilter(), page.Filter);
    }

    private static async Task<(int, string)> StateAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var connections = await context.Connections.OrderBy(connection => connection.FirstPassageId).ThenBy(connection => connection.SecondPassageId)
            .Select(connection => $"{connection.FirstPassageId} {connection.SecondPassageId} {connection.Kind}").ToListAsync(Cancellation);
        return (await context.TermFrequencies.SumAsync(term => term.Passages, Cancellation), string.Join(", ", connections));
    }

    private static async Task<string> CountsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var counts = await context.TermFrequencies.Where(term => term.Passages != 0).ToListAsync(Cancellation);
        return string.Join(", ", counts.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => $"{term.Key} {term.Passages}"));
    }

    private static Task<ConnectionPage> ListAsync(TestCorpus corpus, ConnectionFilter filter) =>
        corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(filter), Cancellation);

    private static async Task<int> IngestAsync(TestCorpus corpus, string name, string text)
    {
        var result = await corpus.Get<DocumentIngest>().IngestAsync(new SourceFile(name, Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation);
        await corpus.CompareAsync();
        return Assert.IsType<IngestResult.Imported>(result).DocumentId;
    }
}
