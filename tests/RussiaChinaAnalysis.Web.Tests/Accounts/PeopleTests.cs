using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>Accounts from an invitation to the last administrator, each on a site of its own.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_makes_one_account_with_its_role()
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var link = await InviteAsync(administrator, PersonRole.Editor);

        using var newcomer = site.CreateClient();
        using var made = await AcceptAsync(newcomer, link, "李雷");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains("name=\"Files\"", await newcomer.GetStringAsync("/import", Cancellation), StringComparison.Ordinal);

        using var late = site.CreateClient();
        using var gone = await late.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Of_many_who_use_one_invitation_at_once_one_gets_in()
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var link = await InviteAsync(administrator, PersonRole.Reviewer);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using var client = site.CreateClient();
            using var answer = await AcceptAsync(client, link, $"racer-{number}");
            return answer.StatusCode;
        }));

        Assert.Single(outcomes, HttpStatusCode.OK);
        Assert.Equal(2, await CountPeopleAsync(site));
    }

    [Theory]
    [InlineData("", SignIns.Password, "is missing")]
    [InlineData("the-administrator", SignIns.Password, "signs in as")]
    [InlineData("THE-Administrator", SignIns.Password, "signs in as")]
    [InlineData("short", "short", "10 characters or more")]
    [InlineData("hid​den", SignIns.Password, "cannot be seen")]
    public async Task A_mistake_leaves_the_invitation_open(string name, string password, string said)
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var link = await InviteAsync(administrator, PersonRole.Reader);
        using var newcomer = site.CreateClient();

        using var refused = await newcomer.SubmitAsync(link, "/invitation", Cancellation,
            ("Token", link.Split('=')[1]), ("DisplayName", "Somebody"), ("SignInName", name), ("Password", password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(said, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var made = await AcceptAsync(newcomer, link, "somebody");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Fact]
    public async Task A_lock_and_an_end_of_sessions_count_from_the_next_request_on()
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var editor = await site.ClientAsync(PersonRole.Editor);
        var page = $"/people/{await IdOfAsync(site, PersonRole.Editor)}";

        (await administrator.SubmitAsync(page, $"{page}?handler=Sessions", Cancellation)).Dispose();
        await AssertRefusedAsync(editor);

        await editor.SignInAsync(PersonRole.Editor, Cancellation);
        Assert.True((await editor.GetAsync("/import", Cancellation)).IsSuccessStatusCode);
        (await administrator.SubmitAsync(page, $"{page}?handler=Lock", Cancellation, ("locked", "true"))).Dispose();
        await AssertRefusedAsync(editor);
        using var locked = await editor.SubmitAsync("/sign-in", null, Cancellation, ("Name", SignIns.NameOf(PersonRole.Editor)), ("Password", SignIns.Password));
        Assert.Contains("locked", await locked.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        static async Task AssertRefusedAsync(HttpClient client)
        {
            using var answer = await client.GetAsync("/import", Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Another_role_counts_from_the_next_request_on()
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var editor = await site.ClientAsync(PersonRole.Editor);
        var page = $"/people/{await IdOfAsync(site, PersonRole.Editor)}";

        (await administrator.SubmitAsync(page, $"{page}?handler=Role", Cancellation, ("role", "Reader"))).Dispose();

        using var answer = await editor.GetAsync("/import", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Role", "role", "Editor")]
    [InlineData("Lock", "locked", "true")]
    public async Task The_last_administrator_stays(string handler, string field, string value)
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var page = $"/people/{await IdOfAsync(site, PersonRole.Administrator)}";

        using var answer = await administrator.SubmitAsync(page, $"{page}?handler={handler}", Cancellation, (field, value));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.True((await administrator.GetAsync("/people", Cancellation)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_password_link_sets_a_new_password_once()
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var reader = await site.ClientAsync(PersonRole.Reader);
        var id = await IdOfAsync(site, PersonRole.Reader);
        using var given = await administrator.SubmitAsync($"/people/{id}", $"/people/{id}?handler=Password", Cancellation);
        var link = new Uri(WebUtility.HtmlDecode((await given.Content.ReadAsStringAsync(Cancellation)).Between("<code id=\"given-secret\" tabindex=\"0\">", "</code>"))).PathAndQuery;
        const string New = "another long password";

        using var forgetful = site.CreateClient();
        using var saved = await forgetful.SubmitAsync(link, link, Cancellation, ("Password", New));
        using var entered = await forgetful.SubmitAsync("/sign-in", null, Cancellation, ("Name", SignIns.NameOf(PersonRole.Reader)), ("Password", New), ("Back", "/profile"));
        using var again = await forgetful.GetAsync(link, Cancellation);
        using var old = await reader.GetAsync("/profile", Cancellation);

        Assert.Equal("/sign-in", saved.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/profile", entered.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [Fact]
    public async Task An_account_rests_after_five_wrong_passwords()
    {
        await using var site = new TestSite();
        await SignIns.AddAsync(site.Services, PersonRole.Reader);
        using var client = site.CreateClient();
        for (var attempt = 0; attempt < 5; attempt++)
            (await client.SubmitAsync("/sign-in", null, Cancellation, ("Name", SignIns.NameOf(PersonRole.Reader)), ("Password", "wrong wrong wrong"))).Dispose();

        using var right = await client.SubmitAsync("/sign-in", null, Cancellation, ("Name", SignIns.NameOf(PersonRole.Reader)), ("Password", SignIns.Password));

        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        Assert.Contains("rests for five minutes", await right.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        Assert.Single(
            (await administrator.GetStringAsync("/history/log.jsonl", Cancellation)).Split('\n'),
            line => line.Contains("wrong passwords for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_in_is_limited_for_each_address()
    {
        await using var site = new TestSite().With("Accounts:SignInsPerMinute", "3");
        using var client = site.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var answer = await client.SubmitAsync("/sign-in", null, Cancellation, ("Name", "nobody"), ("Password", "guess"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var site = new TestSite();
        using var here = await site.ClientAsync(PersonRole.Editor);
        using var there = await site.ClientAsync(PersonRole.Editor);

        using var saved = await here.SubmitAsync("/profile", "/profile?handler=Password", Cancellation, ("current", SignIns.Password), ("password", "another long password"));

        Assert.Contains("Your new password is saved", await saved.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var elsewhere = await there.GetAsync("/import", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_token_works_within_its_scope_until_it_is_revoked()
    {
        await using var site = new TestSite();
        using var editor = await site.ClientAsync(PersonRole.Editor);
        using var made = await editor.SubmitAsync("/profile", "/profile?handler=Token", Cancellation, ("name", "A script"), ("scope", "Reader"), ("days", "30"));
        var secret = (await made.Content.ReadAsStringAsync(Cancellation)).Between("<code id=\"given-secret\" tabindex=\"0\">", "</code>");
        using var program = site.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        using var read = await program.GetAsync("/api/people/me", Cancellation);
        using var beyond = await program.GetAsync("/import", Cancellation);
        var page = await editor.GetStringAsync("/profile", Cancellation);
        var token = page.Between("name=\"token\" value=\"", "\"");
        (await editor.SubmitAsync("/profile", "/profile?handler=Revoke", Cancellation, ("token", token))).Dispose();
        using var revoked = await program.GetAsync("/api/people/me", Cancellation);

        Assert.StartsWith("rca_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (read.StatusCode, beyond.StatusCode, revoked.StatusCode));
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        Assert.Empty(await context.ApiTokens.ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("Token", "name=Mine&scope=Administrator&days=365")]
    [InlineData("Token", "name=Mine&scope=Reader&days=365")]
    [InlineData("Password", "password=another long password")]
    [InlineData("Names", "displayName=Mallory&signInName=mallory")]
    public async Task A_token_does_not_get_to_the_account_that_it_belongs_to(string handler, string fields)
    {
        await using var site = new TestSite();
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        using var made = await administrator.SubmitAsync("/profile", "/profile?handler=Token", Cancellation, ("name", "A script"), ("scope", "Reader"), ("days", "30"));
        var secret = (await made.Content.ReadAsStringAsync(Cancellation)).Between("<code id=\"given-secret\" tabindex=\"0\">", "</code>");
        await SetPasswordAsideAsync(site);
        using var program = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);

        using var shown = await program.GetAsync("/profile", Cancellation);
        using var welcome = await program.GetAsync("/welcome", Cancellation);
        // A form of another page serves as well: the field belongs to the person, not to the page.
        using var sent = await program.SubmitAsync(
            "/shortcuts", $"/profile?handler={handler}", Cancellation, fields.Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1])));

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            (shown.StatusCode, welcome.StatusCode, sent.StatusCode));
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        var person = await context.Users.SingleAsync(Cancellation);
        Assert.Equal((SignIns.NameOf(PersonRole.Administrator), null), (person.UserName, person.PasswordHash));
        Assert.Single(await context.ApiTokens.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_token_with_more_than_the_persons_role_is_not_made()
    {
        await using var site = new TestSite();
        using var editor = await site.ClientAsync(PersonRole.Editor);

        using var refused = await editor.SubmitAsync("/profile", "/profile?handler=Token", Cancellation, ("name", "Too much"), ("scope", "Administrator"), ("days", "30"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    /// <summary>The path of a new invitation.</summary>
    private static async Task<string> InviteAsync(HttpClient administrator, PersonRole role)
    {
        using var made = await administrator.SubmitAsync("/people", "/people?handler=Invite", Cancellation, ("role", role.ToString()), ("days", "7"), ("note", "A newcomer"));
        return new Uri((await made.Content.ReadAsStringAsync(Cancellation)).Between("<code id=\"given-secret\" tabindex=\"0\">", "</code>")).PathAndQuery;
    }

    private static async Task<HttpResponseMessage> AcceptAsync(HttpClient newcomer, string link, string name)
    {
        var token = link.Split('=')[1];
        return await newcomer.SubmitAsync(link, "/invitation", Cancellation, ("Token", token), ("DisplayName", name), ("SignInName", name), ("Password", SignIns.Password));
    }

    private static async Task<int> IdOfAsync(TestSite site, PersonRole role)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        return (await context.Users.SingleAsync(person => person.Role == role, Cancellation)).Id;
    }

    /// <summary>As with an account that an identity provider alone opens.</summary>
    private static async Task SetPasswordAsideAsync(TestSite site)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        await context.Users.ExecuteUpdateAsync(set => set.SetProperty(person => person.PasswordHash, (string?)null), Cancellation);
    }

    private static async Task<int> CountPeopleAsync(TestSite site)
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
        return await context.Users.CountAsync(Cancellation);
    }
}
