using System.Net;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>The link that the program prints, opened as its reader would.</summary>
public sealed class FirstLinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_signs_in_an_administrator_once_and_is_there_again_until_one_has_a_password()
    {
        using var folder = new TemporaryFolder();
        await using (var site = await StartAsync(folder))
        {
            using var client = new HttpClient();
            Assert.Contains("administrator of this corpus", await client.GetStringAsync(site.Address, Cancellation), StringComparison.Ordinal);
            using var other = new HttpClient();
            using var again = await other.GetAsync(site.Address, Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        }

        await using (var site = await StartAsync(folder))
        {
            Assert.NotEmpty(site.Address.Query);
            using var client = new HttpClient { BaseAddress = site.Address };
            await client.GetStringAsync(site.Address, Cancellation);
            using var saved = await client.SubmitAsync(
                "/welcome", null, Cancellation, ("DisplayName", "Мария Петрова"), ("SignInName", "maria"), ("Password", SignIns.Password));
            Assert.Equal("/", saved.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Contains("Мария Петрова", await saved.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.Contains("Invite somebody", await client.GetStringAsync("/people", Cancellation), StringComparison.Ordinal);
        }

        await using (var site = await StartAsync(folder))
            Assert.Empty(site.Address.Query);
    }

    [Fact]
    public async Task Looking_ahead_does_not_use_it_up_and_a_wrong_one_opens_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var site = await StartAsync(folder);
        using var client = new HttpClient();
        using var ahead = new HttpRequestMessage(HttpMethod.Get, site.Address) { Headers = { { "Sec-Purpose", "prefetch;prerender" } } };
        (await client.SendAsync(ahead, Cancellation)).Dispose();
        using var wrong = await client.GetAsync(new Uri(site.Address, "/start?token=guess"), Cancellation);
        using var right = await client.GetAsync(site.Address, Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode));
    }

    private static Task<RunningSite> StartAsync(TemporaryFolder folder) =>
        RunningSite.StartAsync(Cancellation, "--data", folder.Child("data"), "--seeds", folder.Child("none"));
}
