using System.Text.Json;
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
