using System.Net;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

public sealed class AccountLogTests
{
    private const string GivenSecret = "<code id=\"given-secret\" tabindex=\"0\">";

    private readonly List<string> secrets = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_done_to_accounts_stands_in_the_audit_log_which_administrators_alone_read()
    {
        using var noSeeds = new TemporaryFolder();
        await using var site = new TestSite().WithSeeds(noSeeds.Path);
        using var administrator = await site.ClientAsync(PersonRole.Administrator);
        var link = await GiveAsync(administrator, "/people", "Invite", ("role", "Editor"), ("days", "7"), ("note", "Ada"));
        await GiveAsync(administrator, "/people", "Invite", ("role", "Reader"), ("days", "7"), ("note", "Nobody"));
        var open = (await administrator.GetStringAsync("/people", Cancellation)).Between("name=\"invitation\" value=\"", "\"");
        await DoAsync(administrator, "/people", "Withdraw", ("invitation", open));
        using var ada = site.CreateClient();
        using var made = await ada.SubmitAsync(
            link, "/invitation", Cancellation, ("Token", link.Split('=')[1]), ("DisplayName", "Ada"), ("SignInName", "ada"), ("Password", SignIns.Password));
        await GiveAsync(ada, "/profile", "Token", ("name", "A script"), ("scope", "Reader"), ("days", "30"));
        await DoAsync(ada, "/profile", "Revoke", ("token", (await ada.GetStringAsync("/profile", Cancellation)).Between("name=\"token\" value=\"", "\"")));
        await DoAsync(ada, "/profile", "Names", ("displayName", "Ada L."), ("signInName", "ada"));
        await DoAsync(ada, "/profile", "Password", ("current", SignIns.Password), ("password", "another long password"));
        var page = "/people/2";
        await DoAsync(administrator, page, "Role", ("role", "Reviewer"));
        await DoAsync(administrator, page, "Role", ("role", "Reviewer"));
        await DoAsync(administrator, page, "Lock", ("locked", "true"));
        await DoAsync(administrator, page, "Lock", ("locked", "false"));
        await DoAsync(administrator, page, "Sessions");
        var reset = await GiveAsync(administrator, page, "Password");
        using var forgetful = site.CreateClient();
        using var set = await forgetful.SubmitAsync(reset, reset, Cancellation, ("Password", "yet another password"));

        var log = await administrator.GetStringAsync("/history/log.jsonl", Cancellation);
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(
            [
                "The Administrator: Invited somebody as editor",
                "The Administrator: Invited somebody as reader",
                "The Administrator: Withdrew the invitation of somebody as reader",
                "Ada: Came by invitation as editor",
                "Ada: Made the API token “A script” with the scope of reader",
                "Ada: Revoked the API token “A script”",
                "Ada: Changed the names of the own account",
                "Ada L.: Set a new password",
                "The Administrator: Made Ada L. reviewer",
                "The Administrator: Locked the account of Ada L.",
                "The Administrator: Unlocked the account of Ada L.",
                "The Administrator: Ended all sessions of Ada L.",
                "The Administrator: Made a password link for Ada L.",
                "Ada L.: Set a new password with an administrator’s link",
            ],
            lines.Select(line => $"{line.GetProperty("person").GetString()}: {line.GetProperty("summary").GetString()}"));
        var role = lines.Single(line => line.GetProperty("action").GetString() == "account: role");
        Assert.Equal(("{\"Role\":\"Editor\"}", "{\"Role\":\"Reviewer\"}"), (role.GetProperty("before").GetString(), role.GetProperty("after").GetString()));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        Assert.Contains("Locked the account of Ada L.", await administrator.GetStringAsync("/history", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("account", await administrator.GetStringAsync("/api/changes", Cancellation), StringComparison.Ordinal);
        using var undone = await administrator.PostAsync($"/api/changes/{role.GetProperty("change").GetInt64()}/undo", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, undone.StatusCode);
    }

    private static async Task DoAsync(HttpClient client, string page, string handler, params IEnumerable<(string Name, string Value)> fields)
    {
        using var answer = await client.SubmitAsync(page, $"{page}?handler={handler}", Cancellation, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The path of the link that is shown, or the token.</summary>
    private async Task<string> GiveAsync(HttpClient client, string page, string handler, params IEnumerable<(string Name, string Value)> fields)
    {
        using var answer = await client.SubmitAsync(page, $"{page}?handler={handler}", Cancellation, fields);
        var given = WebUtility.HtmlDecode((await answer.Content.ReadAsStringAsync(Cancellation)).Between(GivenSecret, "</code>"));
        secrets.Add(given.Split('=')[^1]);
        return Uri.TryCreate(given, UriKind.Absolute, out var link) ? link.PathAndQuery : given;
    }
}
