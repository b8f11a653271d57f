using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", true)]
    [InlineData("10.0.0.5", false)]
    [InlineData(null, false)]
    public async Task Its_word_that_the_visitor_came_by_https_is_taken_when_it_is_named(string? known, bool believed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var site = await RunningSite.StartAsync(
            cancellation, ["--data", folder.Child("data"), "--seeds", folder.Child("none"), .. known is null ? Array.Empty<string>() : [$"--Proxy:Known={known}"]]);
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.GetAsync("/sign-in", cancellation);

        answer.EnsureSuccessStatusCode();
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("rca-form", StringComparison.Ordinal));
        Assert.Equal(believed, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }
}
