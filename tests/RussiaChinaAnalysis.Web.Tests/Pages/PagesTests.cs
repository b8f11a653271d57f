using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>What stands on the pages of the seeded corpus.</summary>
public sealed class PagesTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Fails = "Why the wedge between Moscow and Beijing will not hold";
    private const string CouldWork = "A patient wedge could still work";

    [Theory]
    [InlineData("/", Fails, CouldWork, "href=\"/claims?role=claim\"", "href=\"/claims?kind=statistic\"", "href=\"/claims?theme=central-asia\"")]
    [InlineData("/claims", "All passages", "Trade share", "href=\"/claims?role=claim\"")]
    [InlineData("/claims?role=claim&theme=!trade-share", "Claims", "not")]
    [InlineData("/documents", Fails, CouldWork)]
    [InlineData("/documents/1", CouldWork, "data-passage=\"1\"", "href=\"/passages/1\"")]
    [InlineData("/passages/1", "Why it was labelled so", CouldWork, "characters")]
    [InlineData("/themes", "Central Asia", "The Cold War analogy", "href=\"/themes/trade-share\"")]
    [InlineData("/themes/trade-share", "Trade share", Fails, CouldWork)]
    [InlineData("/import", "name=\"Files\"", "__RequestVerificationToken")]
    [InlineData("/shortcuts", "<kbd>j</kbd>")]
    public async Task Each_page_shows_what_it_is_for(string address, params string[] shown)
    {
        using var answer = await GetAsync(address);
        var page = await ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.All(shown, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_relation_that_nobody_has_decided_on_it_is_said_how_sure_it_is()
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        var relation = (await client.GetFromJsonAsync<JsonElement>("/api/documents/1/relations", TestContext.Current.CancellationToken))[0];
        var page = $"/passages/{relation.GetProperty("from").GetInt32()}";
        var sure = $"<span class=\"number\">{Math.Round(100 * relation.GetProperty("confidence").GetDouble(), MidpointRounding.AwayFromZero)}%</span>";
        var said = (await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Between("id=\"it-bears-on\"", "</section>");
        Assert.Contains(sure, said.Between("that this rule draws are right, going by labelled essays", "</p>"), StringComparison.Ordinal);

        using var read = await client.GetAsync($"/api/relations/{relation.GetProperty("id").GetInt32()}", TestContext.Current.CancellationToken);
        using var decision = new HttpRequestMessage(HttpMethod.Put, $"/api/relations/{relation.GetProperty("id").GetInt32()}/status") { Content = JsonContent.Create(new { status = "accepted" }) };
        decision.Headers.IfMatch.Add(read.Headers.ETag!);
        using var decided = await client.SendAsync(decision, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        Assert.DoesNotContain("that this rule draws", (await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Between("id=\"it-bears-on\"", "</section>"), StringComparison.Ordinal);
    }

    /// <summary>Editors accept and reject as reviewers do; what reviewers may beyond that are reports.</summary>
    [Fact]
    public async Task Roles_are_told_as_they_are()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);

        Assert.Contains("who also makes, refreshes and deletes reports", await client.GetStringAsync("/profile", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Only what a person accepted", await client.GetStringAsync("/reports/new", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents/99999")]
    [InlineData("/documents/0")]
    [InlineData("/documents/abc")]
    [InlineData("/documents/99999999999999999999")]
    [InlineData("/passages/99999")]
    [InlineData("/passages/-1")]
    [InlineData("/themes/no-such-theme")]
    [InlineData("/themes/%3Cscript%3E")]
    [InlineData("/no-such-page")]
    public async Task What_does_not_exist_is_answered_with_a_page_that_helps_on(string address)
    {
        using var answer = await GetAsync(address);
        var page = await ReadAsync(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("href=\"/documents\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_main_pages_leads_somewhere()
    {
        using var client = await site.ClientAsync(PersonRole.Administrator);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in new[] { "/", "/claims", "/documents", "/documents/1", "/passages/3", "/themes", "/themes/central-asia", "/import" })
            links.UnionWith(LinksIn(await client.GetStringAsync(address, TestContext.Current.CancellationToken)));

        Assert.True(links.Count > 50);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link} answers {(int)answer.StatusCode}");
        }
    }

    /// <summary>Addresses within the site, each kind of passage link once: there are hundreds, all made in one place.</summary>
    private static IEnumerable<string> LinksIn(string page)
    {
        const string Attribute = "href=\"/";
        for (var at = page.IndexOf(Attribute, StringComparison.Ordinal); at >= 0; at = page.IndexOf(Attribute, at + 1, StringComparison.Ordinal))
        {
            var start = at + Attribute.Length - 1;
            var link = WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]).Split('#')[0];
            if (!link.Contains("passage=", StringComparison.Ordinal) && !link.StartsWith("/appearance/", StringComparison.Ordinal))
                yield return link;
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = await site.ClientAsync(PersonRole.Administrator);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return await client.GetAsync(address, TestContext.Current.CancellationToken);
    }

    private static Task<string> ReadAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
