using System.Net;
using System.Text.Json;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Data;

/// <summary>Each page's data stands at the page's own address, by ending or by what is accepted.</summary>
public sealed class DataAnswersTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/overview")]
    [InlineData("/claims")]
    [InlineData("/documents")]
    [InlineData("/documents/1")]
    [InlineData("/passages/1")]
    [InlineData("/connections")]
    [InlineData("/themes")]
    [InlineData("/themes/central-asia")]
    public async Task Every_page_is_there_as_JSON_and_as_CSV(string page)
    {
        using var json = await GetAsync($"{page}.json");
        using var csv = await GetAsync($"{page}.csv");

        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        using var _ = JsonDocument.Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.True((await LinesAsync(csv)).Length > 1);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/html, application/json;q=0.9", "text/html")]
    [InlineData("text/html;q=0.5, text/csv", "text/csv")]
    [InlineData("*/*", "text/html")]
    [InlineData("image/png", "text/html")]
    public async Task What_is_accepted_first_is_answered(string accepted, string answered)
    {
        using var answer = await GetAsync("/claims", accepted);

        Assert.Equal(answered, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_table_holds_all_rows_and_not_just_a_page_of_them()
    {
        using var json = await GetAsync("/claims.json");
        using var csv = await GetAsync("/claims.csv");
        using var content = JsonDocument.Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var total = content.RootElement.GetProperty("total").GetInt32();
        Assert.True(total > content.RootElement.GetProperty("passages").GetArrayLength());
        Assert.Equal(total + 1, (await LinesAsync(csv)).Length);
    }

    [Theory]
    [InlineData("/connections", "kind=opposed-figures", "opposed-figures")]
    [InlineData("/connections", "document=first", "first")]
    [InlineData("/connections", "theme=no-such-theme", "no-such-theme")]
    [InlineData("/claims", "role=claims", "claims")]
    [InlineData("/claims", "sort=oldest", "oldest")]
    public async Task A_mistyped_filter_is_told_and_never_answered_with_a_table_of_everything(string page, string query, string wrong)
    {
        using var json = await GetAsync($"{page}.json?{query}");
        using var csv = await GetAsync($"{page}.csv?{query}");
        using var content = JsonDocument.Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"“{wrong}”", Assert.Single(content.RootElement.GetProperty("problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, csv.StatusCode);
        Assert.Contains($"“{wrong}”", await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_may_take_longer_than_a_page()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds/book.md", "# A book\n\n" + string.Concat(Enumerable.Range(1, 1500).Select(paragraph =>
            $"Trade with neighbour {paragraph} will decide the matter, because roads were built to all of its {paragraph + 10} towns and the lorries, {string.Join(", ", Enumerable.Repeat("day and night", 20))}, went there.\n\n")));
        await using var slow = new TestSite().WithSeeds(folder.Child("seeds")).With("Limits:RequestSeconds", "8");
        using var client = slow.CreateClient();
        await client.GetStringAsync("/claims", TestContext.Current.CancellationToken);

        using var answer = await client.GetAsync("/claims.csv", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        // More than fits between the site and somebody who takes it slowly.
        await Task.Delay(TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);

        Assert.True((await LinesAsync(answer)).Length > 1500);
    }

    [Theory]
    [InlineData("sort=document")]
    [InlineData("sort=newest&role=claim")]
    [InlineData("sort=confidence")]
    [InlineData("sort=doubtful&role!=context")]
    [InlineData("q=trade")]
    public async Task A_table_stands_in_the_order_of_the_list(string query)
    {
        using var client = site.CreateClient();
        using var list = JsonDocument.Parse(await client.GetStringAsync($"/api/passages?size=200&{query}", TestContext.Current.CancellationToken));
        using var csv = await GetAsync($"/claims.csv?{query}");

        Assert.Equal(
            list.RootElement.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id").GetInt32()}"),
            (await LinesAsync(csv)).Skip(1).Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("/documents/999.json")]
    [InlineData("/passages/999.csv")]
    [InlineData("/themes/nothing.json")]
    [InlineData("/claims.xml")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string? accepted = null)
    {
        using var client = site.CreateClient();
        if (accepted is not null)
            client.DefaultRequestHeaders.Accept.ParseAdd(accepted);
        return await client.GetAsync(address, TestContext.Current.CancellationToken);
    }

    /// <summary>The seeds hold no line end within a passage, so that a line is a row.</summary>
    private static async Task<string[]> LinesAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
