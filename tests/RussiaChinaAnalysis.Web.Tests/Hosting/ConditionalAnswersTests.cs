using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed partial class ConditionalAnswersTests(TestSite site) : IClassFixture<TestSite>
{
    private const int LargestFirstPage = 150 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/claims?role=claim")]
    [InlineData("/claims.json?role=claim")]
    [InlineData("/documents.csv")]
    [InlineData("/documents/1")]
    [InlineData("/passages/1.json")]
    [InlineData("/connections")]
    [InlineData("/themes/central-asia")]
    [InlineData("/notes")]
    public async Task Who_has_the_answer_already_is_told_so_until_something_is_committed(string address)
    {
        using var client = site.CreateClient();
        var tag = await KnownTagAsync(client, address);

        await ChangeAsync($"Changed for {address}");
        using var changed = await AskAsync(client, address, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task What_is_kept_for_visitors_is_never_shown_after_a_change()
    {
        using var client = site.CreateClient();
        foreach (var title in new[] { "A first new title", "A second new title" })
        {
            await ChangeAsync(title);
            for (var time = 0; time < 2; time++)
                Assert.Contains(title, await client.GetStringAsync("/documents", Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_shown_what_was_made_for_another()
    {
        using var visitor = site.CreateClient();
        using var editor = await site.ClientAsync(PersonRole.Editor);
        var tag = await TagOfAsync(visitor, "/claims");

        using var answer = await AskAsync(editor, "/claims", tag);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The Editor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The Editor", await visitor.GetStringAsync("/claims", Cancellation), StringComparison.Ordinal);
        visitor.DefaultRequestHeaders.Add("Cookie", "scheme=dark");
        Assert.Contains("data-scheme=\"dark\"", await visitor.GetStringAsync("/claims", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents/99999")]
    [InlineData("/passages/99999.json")]
    [InlineData("/sign-in")]
    public async Task What_does_not_hang_on_the_corpus_alone_or_is_not_there_has_no_tag(string address)
    {
        using var client = site.CreateClient();

        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task The_first_page_with_all_that_it_loads_is_small_and_what_it_loads_is_kept_for_good()
    {
        using var client = site.CreateClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var first = await client.GetAsync("/", Cancellation);
        var bytes = (await first.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        Assert.Equal(["br"], first.Content.Headers.ContentEncoding);
        using var plain = site.CreateClient();
        var page = await plain.GetStringAsync("/", Cancellation);
        var loaded = new Queue<string>(Loads().Matches(page).Select(match => match.Groups[1].Value).Distinct());
        Assert.NotEmpty(loaded);
        Assert.DoesNotMatch("\\p{IsCyrillic}", page);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (loaded.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            using var asset = await client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            bytes += (await asset.Content.ReadAsByteArrayAsync(Cancellation)).Length;
            if (address.StartsWith("/assets/", StringComparison.Ordinal))
                Assert.Contains("immutable", asset.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            if (asset.Content.Headers.ContentType!.MediaType == "text/css")
            {
                // A browser loads a font for letters that there are.
                foreach (var font in Fonts().Matches(await plain.GetStringAsync(address, Cancellation)).Where(font => !font.Value.Contains("-cyrillic-", StringComparison.Ordinal)))
                    loaded.Enqueue(new Uri(new Uri(plain.BaseAddress!, address), font.Groups[1].Value).AbsolutePath);
            }
        }

        Assert.InRange(bytes, 1, LargestFirstPage);
    }

    /// <summary>
    /// A tag for which the server says at once that whoever has it has the answer. On a PostgreSQL server every commit
    /// counts, and other tests commit to their databases there, so that it takes a moment in which none does.
    /// </summary>
    private static async Task<EntityTagHeaderValue> KnownTagAsync(HttpClient client, string address)
    {
        var attempts = PostgresServer.Chosen == StorageProvider.Sqlite ? 1 : 200;
        for (var attempt = 1; ; attempt++)
        {
            var tag = await TagOfAsync(client, address);
            using var again = await AskAsync(client, address, tag);
            if (again.StatusCode == HttpStatusCode.NotModified)
            {
                Assert.Equal(tag, again.Headers.ETag);
                return tag;
            }

            Assert.True(attempt < attempts, $"{address} was sent anew although it had not changed.");
        }
    }

    private static async Task<EntityTagHeaderValue> TagOfAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.IsType<EntityTagHeaderValue>(answer.Headers.ETag);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request, Cancellation);
    }

    private async Task ChangeAsync(string title)
    {
        await using var context = site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext();
        await context.Documents.Where(document => document.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(document => document.Title, title), Cancellation);
    }

    [GeneratedRegex("(?:src|<link[^>]+href|<use href)=\"(/[^\"#]+)")]
    private static partial Regex Loads();

    [GeneratedRegex("url\\(\"?([^\")]+\\.woff2)")]
    private static partial Regex Fonts();
}
