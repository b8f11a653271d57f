using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class ErrorAnswersTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/no-such-page.json")]
    public async Task A_program_gets_problem_details(string path)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Equal(404, problem?.Status);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_answered_with_a_page()
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(Enumerable.Range(1, 1000).Select(number => KeyValuePair.Create($"field-{number}", "x"))),
            Headers = { { "Accept", "text/html" } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("cannot be read", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused_on_loopback()
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
