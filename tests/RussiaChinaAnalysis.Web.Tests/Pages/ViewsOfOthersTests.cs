using System.Net.Http.Json;
using System.Text.Json;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>Wherever claims are counted, it is said how many of them an author only reports or answers.</summary>
public sealed class ViewsOfOthersTests : IDisposable
{
    private const string Answering = "Ferries to Norham should run";
    private const string Plain = "Bridges should be kept";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Documents_say_how_many_claims_are_views_of_others_and_lead_to_them()
    {
        await using var site = Site();
        using var client = site.CreateClient();
        var (answering, plain) = await DocumentsAsync(client);
        var page = await client.GetStringAsync("/documents", Cancellation);
        var address = $"/claims?role=claim&attribution=reported&document={Id(answering)}";

        Assert.Equal(2, Reported(answering));
        Assert.InRange(Claims(answering), 3, 20);
        Assert.Equal(0, Reported(plain));
        Assert.Contains($"href=\"{address.Replace("&", "&amp;", StringComparison.Ordinal)}\">2 of them views of others</a>", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "of others"));
        Assert.Equal(2, await TotalAsync(client, address));
    }

    [Fact]
    public async Task The_overview_says_it_of_the_corpus_and_of_each_document()
    {
        await using var site = Site();
        using var client = site.CreateClient();
        var (answering, plain) = await DocumentsAsync(client);
        var page = await client.GetStringAsync("/", Cancellation);
        var data = await client.GetFromJsonAsync<JsonElement>("/overview.json", Cancellation);

        Assert.Equal(2, Reported(data));
        Assert.Equal([2, 0], [.. data.GetProperty("newest").EnumerateArray().OrderByDescending(Reported).Select(Reported)]);
        Assert.Equal(
            Claims(answering) + Claims(plain),
            data.GetProperty("distributions").EnumerateArray().First().GetProperty("values").EnumerateArray().First().GetProperty("count").GetInt32());
        Assert.Contains("href=\"/claims?role=claim&amp;attribution=reported\">2 of them views of others</a>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/claims?role=claim&amp;attribution=reported&amp;document={Id(answering)}\">2 of them views of others</a>", page, StringComparison.Ordinal);
        Assert.Equal(2, Count(page, "of others"));
    }

    [Fact]
    public async Task The_table_of_documents_counts_them_too()
    {
        await using var site = Site();
        using var client = site.CreateClient();
        var (answering, _) = await DocumentsAsync(client);

        var lines = (await client.GetStringAsync("/documents.csv", Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = Assert.Single(lines, line => line.Contains(Answering, StringComparison.Ordinal));

        Assert.Contains(",claims,reportedClaims,evidence,", lines[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains($",{Claims(answering)},2,{answering.GetProperty("evidence").GetInt32()},", line, StringComparison.Ordinal);
    }

    private TestSite Site()
    {
        folder.Write("seeds/ferries.md", $"""
            # {Answering}

            {Answering} at night, because night trains are full. Critics reply that crews are tired. Yet most crews ask for night work.

            Sceptics say that the harbour is too small. It is large enough. The council should therefore buy two ferries.
            """);
        folder.Write("seeds/bridges.md", $"""
            # {Plain}

            {Plain} in repair, because trade needs them. Tolls must not rise.
            """);
        return new TestSite().WithSeeds(folder.Child("seeds"));
    }

    private static async Task<(JsonElement Answering, JsonElement Plain)> DocumentsAsync(HttpClient client)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/documents", Cancellation);
        var documents = answer.GetProperty("items").EnumerateArray().ToDictionary(document => document.GetProperty("title").GetString()!);
        return (documents[Answering], documents[Plain]);
    }

    private static async Task<int> TotalAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonElement>(address.Replace("/claims", "/claims.json", StringComparison.Ordinal), Cancellation)).GetProperty("total").GetInt32();

    private static int Id(JsonElement document) => document.GetProperty("id").GetInt32();

    private static int Claims(JsonElement document) => document.GetProperty("claims").GetInt32();

    private static int Reported(JsonElement element) => element.GetProperty("reportedClaims").GetInt32();

    private static int Count(string page, string words) => page.Split(words).Length - 1;
}
