using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

public sealed class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_who_is_signed_in()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);

        Assert.Contains("The Reviewer", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back()
    {
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/import") { Headers = { { "Accept", "text/html" } } };
        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in?back=%2Fimport", answer.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Nobody_is_sent_elsewhere_afterwards(string back)
    {
        await SignIns.AddAsync(site.Services, PersonRole.Reader);
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await PostAsync(client, SignIns.NameOf(PersonRole.Reader), SignIns.Password, back);

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("the-reader", "wrong wrong wrong")]
    [InlineData("nobody", SignIns.Password)]
    [InlineData("", "")]
    public async Task A_mistake_says_so_and_lets_nobody_in(string name, string password)
    {
        await SignIns.AddAsync(site.Services, PersonRole.Reader);
        using var client = site.CreateClient();
        using var answer = await PostAsync(client, name, password, back: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string name, string password, string? back)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("Name", name),
            new("Password", password),
            new("Back", back),
            new("__RequestVerificationToken", await client.FormTokenAsync("/sign-in", Cancellation)),
        ]);
        return await client.PostAsync("/sign-in", form, Cancellation);
    }
}
