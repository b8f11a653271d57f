using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Api;

public sealed class ReadingTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/documents?size=1", 2)]
    [InlineData("/api/passages?size=9&role=claim", 4)]
    [InlineData("/api/passages?size=200", 1)]
    public async Task Following_the_links_gives_everything_once(string first, int leastParts)
    {
        using var client = site.CreateClient();
        var ids = new List<int>();
        var (parts, total) = (0, 0);
        for (var address = first; address is not null; parts++)
        {
            using var answer = await client.GetAsync(address, Cancellation);
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32()));
            total = page.GetProperty("total").GetInt32();
            address = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Between("<", ">") : null;
        }

        Assert.True(parts >= leastParts, $"There were {parts} parts.");
        Assert.Equal(total, ids.Count);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("role=claim&theme!=central-asia")]
    [InlineData("q=trade&kind=statistic&kind=testimony")]
    [InlineData("stance=opp&sort=doubtful")]
    public async Task A_filter_finds_what_the_page_finds(string query)
    {
        using var client = site.CreateClient();
        var page = await client.GetFromJsonAsync<JsonElement>($"/claims.json?{query}", Cancellation);
        var api = await client.GetFromJsonAsync<JsonElement>($"/api/passages?{query}", Cancellation);

        Assert.Equal(page.GetProperty("total").GetInt32(), api.GetProperty("total").GetInt32());
        Assert.Equal(page.GetProperty("passages").GetRawText(), api.GetProperty("items").GetRawText());
    }

    [Fact]
    public async Task A_word_that_is_in_too_many_passages_to_rank_them_is_searched_for_all_the_same()
    {
        await using var whole = new TestSite();
        await using var unranked = whole.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton(
            provider => new PassageBrowser(provider.GetRequiredService<BrowseContexts>(), provider.GetRequiredService<ColumnStore>()) { MostRanked = 12 })));
        using var client = unranked.CreateClient();

        var found = await client.GetFromJsonAsync<JsonElement>("/api/passages?q=the&size=5", Cancellation);
        var page = await client.GetStringAsync("/claims?q=the", Cancellation);

        Assert.True(found.GetProperty("total").GetInt32() > 12);
        Assert.Equal(5, found.GetProperty("items").GetArrayLength());
        Assert.Contains("in more than 12 passages", found.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.Contains("in more than 12 passages", page, StringComparison.Ordinal);
        Assert.StartsWith("id,", await client.GetStringAsync("/claims.csv?q=the", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/documents/1", "title")]
    [InlineData("/api/documents/1/text", "text")]
    [InlineData("/api/passages/1", "cues")]
    [InlineData("/api/themes/trade-share", "cueTerms")]
    [InlineData("/api/changes", "items")]
    public async Task Each_thing_is_there(string address, string property)
    {
        using var client = site.CreateClient();
        var answer = await client.GetFromJsonAsync<JsonElement>(address, Cancellation);

        Assert.True(answer.TryGetProperty(property, out _));
    }

    [Fact]
    public async Task The_positions_of_passages_lie_in_the_text()
    {
        using var client = site.CreateClient();
        var text = (await client.GetFromJsonAsync<JsonElement>("/api/documents/2/text", Cancellation)).GetProperty("text").GetString()!;
        var passages = await client.GetFromJsonAsync<JsonElement>("/api/documents/2/passages", Cancellation);

        Assert.NotEmpty(passages.EnumerateArray());
        Assert.All(passages.EnumerateArray(), passage =>
        {
            var span = passage.GetProperty("span");
            Assert.Equal(passage.GetProperty("quote").GetString(), text[span[0].GetInt32()..span[1].GetInt32()]);
        });
    }

    [Theory]
    [InlineData("/api/documents/9999", HttpStatusCode.NotFound, "no such document")]
    [InlineData("/api/documents/9999/notes", HttpStatusCode.NotFound, "no such document")]
    [InlineData("/api/passages/9999", HttpStatusCode.NotFound, "no such passage")]
    [InlineData("/api/themes/none", HttpStatusCode.NotFound, "no such theme")]
    [InlineData("/api/passages?role=nonsense", HttpStatusCode.BadRequest, "nonsense")]
    [InlineData("/api/passages?sort=sideways", HttpStatusCode.BadRequest, "sideways")]
    [InlineData("/api/passages?after=broken", HttpStatusCode.BadRequest, "place in the list")]
    [InlineData("/api/passages?theme=unknown-theme", HttpStatusCode.BadRequest, "unknown-theme")]
    [InlineData("/api/passages?size=0", HttpStatusCode.BadRequest, "from 1 to 200")]
    [InlineData("/api/passages?size=many", HttpStatusCode.BadRequest, "size")]
    [InlineData("/api/documents?size=201", HttpStatusCode.BadRequest, "from 1 to 200")]
    public async Task A_mistake_is_a_problem_that_names_it(string address, HttpStatusCode status, string named)
    {
        using var client = site.CreateClient();
        // A browser that asks gets the same answer: the API has no pages.
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_learns_whose_token_it_sends()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var me = await client.GetFromJsonAsync<JsonElement>("/api/people/me", Cancellation);

        Assert.Equal(("The Reviewer", "reviewer"), (me.GetProperty("name").GetString(), me.GetProperty("role").GetString()));
    }
}
