using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Look;

public sealed class LookTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_colours_of_the_codebook_are_a_style_sheet()
    {
        using var client = site.CreateClient();
        var sheet = await client.GetStringAsync("/themes.css", Cancellation);

        Assert.Matches("\\.theme-central-asia\\{--theme:#[0-9a-f]{6}\\}", sheet);
    }

    [Fact]
    public async Task An_unchanged_codebook_is_not_sent_again()
    {
        using var client = site.CreateClient();
        using var first = await client.GetAsync("/themes.css", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/themes.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/claims?role=claim", "/claims?role=claim")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org", "/")]
    public async Task Choosing_a_scheme_leads_back_and_never_elsewhere(string back, string target)
    {
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await client.GetAsync($"/appearance/dark?back={Uri.EscapeDataString(back)}", Cancellation);

        Assert.Equal(target, answer.Headers.Location?.OriginalString);
        Assert.Contains("scheme=dark", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_scheme_is_written_into_the_page()
    {
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", "scheme=dark");

        Assert.Contains("data-scheme=\"dark\"", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/claims?q=moscow")]
    [InlineData("/documents/1?passage=1")]
    [InlineData("/passages/1")]
    [InlineData("/themes")]
    [InlineData("/import")]
    public async Task Nothing_that_styles_or_runs_stands_inside_a_page(string page)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var content = await client.GetStringAsync(page, Cancellation);

        Assert.DoesNotContain(" style=", content, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", content, StringComparison.OrdinalIgnoreCase);
        Assert.All(content.Split("<script").Skip(1), script => Assert.Contains("src=", script.Split('>')[0], StringComparison.Ordinal));
    }
}
