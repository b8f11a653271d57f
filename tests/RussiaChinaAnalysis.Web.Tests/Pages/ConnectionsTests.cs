using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

public sealed class ConnectionsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_same_trade_figures_of_the_seed_essays_stand_side_by_side()
    {
        using var client = site.CreateClient();

        var page = await client.GetStringAsync("/connections?kind=opposed-figure", TestContext.Current.CancellationToken);

        Assert.Contains("Same figure, opposite conclusions", page, StringComparison.Ordinal);
        Assert.Contains("<mark>31 percent</mark>", page, StringComparison.Ordinal);
        Assert.Contains("A patient wedge could still work", page, StringComparison.Ordinal);
        Assert.Contains("Why the wedge between Moscow and Beijing will not hold", page, StringComparison.Ordinal);
        Assert.Contains("Both figures come from the same source: “the Central Bank of Russia”.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_pair_is_there_as_data_with_its_reasons()
    {
        using var client = site.CreateClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync("/connections.json?kind=opposed-figure", TestContext.Current.CancellationToken));
        var csv = await client.GetStringAsync("/connections.csv?kind=opposed-figure", TestContext.Current.CancellationToken);

        var connection = Assert.Single(json.RootElement.GetProperty("connections").EnumerateArray());
        Assert.Equal("opposed-figure", connection.GetProperty("kind").GetString());
        Assert.NotEmpty(connection.GetProperty("reasons").EnumerateArray());
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Both give the same figure: “31 percent”.", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_and_its_essay_lead_to_what_they_are_connected_with()
    {
        using var client = site.CreateClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync("/connections.json?kind=opposed-figure", TestContext.Current.CancellationToken));
        var connection = json.RootElement.GetProperty("connections")[0];
        var (first, second) = (connection.GetProperty("first").GetProperty("id").GetInt32(), connection.GetProperty("second").GetProperty("id").GetInt32());

        var passage = await client.GetStringAsync($"/passages/{first}", TestContext.Current.CancellationToken);
        var document = await client.GetStringAsync($"/documents/{connection.GetProperty("first").GetProperty("documentId").GetInt32()}", TestContext.Current.CancellationToken);

        Assert.Contains($"href=\"/passages/{second}\"", passage, StringComparison.Ordinal);
        Assert.Contains("In other essays", passage, StringComparison.Ordinal);
        Assert.Contains($"href=\"/passages/{second}\"", document, StringComparison.Ordinal);
        Assert.Contains("with 1 other essay", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_of_an_essay_counts_more_connections_than_its_page_shows()
    {
        using var folder = new TemporaryFolder();
        foreach (var number in Enumerable.Range(1, 3))
        {
            folder.Write($"seeds/essay-{number}.md", $"# Essay {number}\n\n" + string.Concat(Enumerable.Range(1, 30).Select(road =>
                $"Region {number} should build road {road}, because its trade grew by {road} percent.\n\n")));
        }

        await using var own = new TestSite().WithSeeds(folder.Child("seeds"));
        using var client = own.CreateClient();
        var documents = new List<int[]>();
        foreach (var document in (await client.GetFromJsonAsync<JsonElement>("/api/documents", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray().OrderBy(document => document.GetProperty("id").GetInt32()))
        {
            var passages = await client.GetFromJsonAsync<JsonElement>($"/api/documents/{document.GetProperty("id").GetInt32()}/passages", TestContext.Current.CancellationToken);
            documents.Add([document.GetProperty("id").GetInt32(), .. passages.EnumerateArray().Select(passage => passage.GetProperty("id").GetInt32())]);
        }

        await using (var context = await own.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            await context.Connections.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            context.Connections.AddRange(Pairs(documents[0], documents[1]).Take(520).Concat(Pairs(documents[0], documents[2]).Take(7)).Select((pair, place) => new Connection
            {
                FirstDocumentId = pair.FirstDocument,
                SecondDocumentId = pair.SecondDocument,
                FirstPassageId = pair.First,
                SecondPassageId = pair.Second,
                Kind = ConnectionKind.Contradiction,
                Score = 1 - place / 1000.0,
                Signs = [],
            }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await client.GetStringAsync($"/documents/{documents[0][0]}", TestContext.Current.CancellationToken);

        Assert.Contains("527 connections with 2 other essays", page, StringComparison.Ordinal);

        static IEnumerable<(int FirstDocument, int SecondDocument, int First, int Second)> Pairs(int[] one, int[] other) =>
            one.Skip(1).SelectMany(_ => other.Skip(1), (first, second) => (one[0], other[0], first, second));
    }

    [Fact]
    public async Task A_passage_does_not_promise_what_it_foretells_with_a_doubt()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds/port.md", "# The port\n\nThe port must be rebuilt. By 2040 its quays will perhaps have sunk. By 2050 its cranes will have sunk too.\n");
        await using var own = new TestSite().WithSeeds(folder.Child("seeds"));
        using var client = own.CreateClient();
        var passages = (await client.GetFromJsonAsync<JsonElement>("/api/documents/1/passages", TestContext.Current.CancellationToken)).EnumerateArray().ToList();

        Assert.Contains("It is said to come, with a doubt", await PageOfAsync("perhaps"), StringComparison.Ordinal);
        Assert.Contains("It will be so", await PageOfAsync("cranes"), StringComparison.Ordinal);

        Task<string> PageOfAsync(string word) => client.GetStringAsync(
            $"/passages/{passages.Single(passage => passage.GetRawText().Contains(word, StringComparison.Ordinal)).GetProperty("id").GetInt32()}",
            TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_passage_tells_what_its_figures_mean()
    {
        using var client = site.CreateClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync("/claims.json?kind=statistic&q=%2231+percent%22", TestContext.Current.CancellationToken));
        var id = json.RootElement.GetProperty("passages")[0].GetProperty("id").GetInt32();

        var page = await client.GetStringAsync($"/passages/{id}", TestContext.Current.CancellationToken);

        Assert.Contains("31 percent", page, StringComparison.Ordinal);
        Assert.Contains("<q>Russia’s exports</q>", page, StringComparison.Ordinal);
        Assert.Contains("<q>the Central Bank of Russia</q>", page, StringComparison.Ordinal);
        Assert.Contains("(by 2025)", page, StringComparison.Ordinal);
        Assert.Contains("How its figures were read", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_are_listed_by_their_kind()
    {
        using var client = site.CreateClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync("/claims.json?claim-kind=normative", TestContext.Current.CancellationToken));

        Assert.Equal("Normative claims", json.RootElement.GetProperty("description").GetString());
        var passages = json.RootElement.GetProperty("passages").EnumerateArray().ToList();
        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.Equal("normative", passage.GetProperty("claimKind").GetString()));
    }
}
