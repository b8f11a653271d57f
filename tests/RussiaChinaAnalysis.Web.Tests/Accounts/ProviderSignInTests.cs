using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>Sign-in with an identity provider, over HTTP, to and fro between the site and a provider on this machine.</summary>
public sealed class ProviderSignInTests : IAsyncLifetime
{
    private const string Way = "/sign-in?handler=Provider&back=/shortcuts";

    private readonly TemporaryFolder noSeeds = new();
    private IdentityProvider provider = null!;
    private TestSite site = null!;
    private RedirectedVisitor visitor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        site = new TestSite().WithSeeds(noSeeds.Path)
            .With("Accounts:OpenIdConnect:Authority", provider.Address)
            .With("Accounts:OpenIdConnect:ClientId", IdentityProvider.ClientId)
            .With("Accounts:OpenIdConnect:ClientSecret", IdentityProvider.ClientSecret)
            .With("Accounts:OpenIdConnect:Name", "Elsewhere & Co");
    }

    public async ValueTask DisposeAsync()
    {
        visitor?.Dispose();
        await site.DisposeAsync();
        await provider.DisposeAsync();
        noSeeds.Dispose();
    }

    [Fact]
    public async Task A_person_connects_an_account_signs_in_with_it_and_disconnects_it()
    {
        await ConnectAsync(PersonRole.Editor);
        using var later = new RedirectedVisitor(site);

        var page = await later.GetAsync(Way, Cancellation);

        Assert.Equal((HttpStatusCode.OK, "/shortcuts"), (page.Status, later.Place));
        Assert.Contains("The Editor", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, provider.Redeemed);
        var disconnected = await later.SubmitAsync("/profile", "/profile?handler=Disconnect", Cancellation);
        Assert.Contains("no longer connected", disconnected.Html, StringComparison.Ordinal);
        await AssertRefusedAsync("No account here is connected", visit: new RedirectedVisitor(site));
    }

    [Fact]
    public async Task A_stranger_is_refused_unless_the_settings_say_otherwise()
    {
        visitor = new RedirectedVisitor(site);
        Assert.Contains("Sign in with Elsewhere & Co", (await visitor.GetAsync("/sign-in", Cancellation)).Html, StringComparison.Ordinal);

        await AssertRefusedAsync("No account here is connected");

        Assert.Equal(1, provider.Redeemed);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_stranger_who_comes_from_several_devices_at_once_becomes_one_reader_where_the_settings_say_so()
    {
        visitor = new RedirectedVisitor(site.With("Accounts:OpenIdConnect:NewPeople", "Reader"));
        await visitor.GetAsync("/sign-in", Cancellation);
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            using var device = new RedirectedVisitor(site);
            return await device.GetAsync(Way, Cancellation);
        })));
        var page = await visitor.GetAsync(Way, Cancellation);
        using var later = new RedirectedVisitor(site);
        await later.GetAsync(Way, Cancellation);

        Assert.All(pages, one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Contains("Ada from Elsewhere", page.Html, StringComparison.Ordinal);
        Assert.Contains("You are reader", Plain((await later.GetAsync("/profile", Cancellation)).Html), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Tokens_with_a_wrong_signature_or_for_another_request_are_refused()
    {
        visitor = new RedirectedVisitor(site.With("Accounts:OpenIdConnect:NewPeople", "Reader"));

        provider.Forges = true;
        await AssertRefusedAsync("did not let you in");
        (provider.Forges, provider.ForgetsNonce) = (false, true);
        await AssertRefusedAsync("did not let you in");

        Assert.Equal(2, provider.Redeemed);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_locked_person_is_refused()
    {
        await ConnectAsync(PersonRole.Editor);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
            var person = await people.FindByNameAsync(SignIns.NameOf(PersonRole.Editor));
            person!.IsLocked = true;
            Assert.True((await people.UpdateAsync(person)).Succeeded);
        }

        visitor.Dispose();
        visitor = new RedirectedVisitor(site);
        await AssertRefusedAsync("This account is locked");
    }

    [Fact]
    public async Task An_account_that_is_connected_already_is_not_connected_with_another_person()
    {
        await ConnectAsync(PersonRole.Editor);
        visitor.Dispose();

        var page = await AskToConnectAsync(PersonRole.Administrator);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("connected with another account", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&proof=made-up")]
    public async Task Nothing_is_connected_without_the_link_of_the_persons_own_page(string proof)
    {
        await SignIns.AddAsync(site.Services, PersonRole.Editor);
        visitor = new RedirectedVisitor(site);
        await visitor.SignInAsync(SignIns.NameOf(PersonRole.Editor), Cancellation);

        var page = await visitor.GetAsync($"/profile?handler=Connect{proof}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("no longer good", page.Html, StringComparison.Ordinal);
        Assert.Equal(0, provider.Redeemed);
    }

    [Fact]
    public async Task An_answer_that_another_browser_asked_for_is_refused()
    {
        visitor = new RedirectedVisitor(site);
        await AssertRefusedAsync("did not let you in", "/sign-in/return?code=1&state=1");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_named()
    {
        visitor = new RedirectedVisitor(site);
        await visitor.GetAsync("/sign-in", Cancellation);
        await provider.DisposeAsync();

        var page = await visitor.GetAsync(Way, Cancellation);

        Assert.Equal(HttpStatusCode.BadGateway, page.Status);
        Assert.Contains("Elsewhere & Co does not answer", page.Html, StringComparison.Ordinal);
    }

    private async Task ConnectAsync(PersonRole role)
    {
        var page = await AskToConnectAsync(role);
        Assert.Equal((HttpStatusCode.OK, "/profile"), (page.Status, visitor.Place));
        Assert.Contains("You can sign in with Elsewhere & Co", page.Html, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Html)> AskToConnectAsync(PersonRole role)
    {
        await SignIns.AddAsync(site.Services, role);
        visitor = new RedirectedVisitor(site);
        await visitor.SignInAsync(SignIns.NameOf(role), Cancellation);
        var profile = (await visitor.GetAsync("/profile", Cancellation)).Html;
        return await visitor.GetAsync("/profile?" + profile.Between("href=\"/profile?", "\""), Cancellation);
    }

    private async Task AssertRefusedAsync(string reason, string way = Way, RedirectedVisitor? visit = null)
    {
        if (visit is not null)
        {
            visitor.Dispose();
            visitor = visit;
        }

        var page = await visitor.GetAsync(way, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(reason, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/profile", (await visitor.GetAsync("/shortcuts", Cancellation)).Html, StringComparison.Ordinal);
    }

    private async Task<int> CountAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<UserManager<Person>>().Users.Count();
    }

    private static string Plain(string html) => html.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal);
}
