using System.Net;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.People;

public sealed class PeopleInviteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_printed_link_makes_an_account_on_the_running_site()
    {
        using var folder = new TemporaryFolder();
        string[] corpus = ["--data", folder.Child("data"), "--seeds", folder.Child("none")];
        await using var site = await RunningSite.StartAsync(Cancellation, corpus);
        var run = await ProgramRun.OfAsync(Cancellation, ["people", "invite", "--role", "reviewer", "--site", site.Address.GetLeftPart(UriPartial.Authority), .. corpus]);
        Assert.True(run.ExitCode == 0, run.Complaints);
        var link = new Uri(run.Output.Trim());

        using var client = new HttpClient { BaseAddress = site.Address };
        Assert.Contains("<strong>reviewer</strong>", await client.GetStringAsync(link, Cancellation), StringComparison.Ordinal);
        using var made = await client.SubmitAsync(link.PathAndQuery, "/invitation", Cancellation,
            ("Token", link.Query.Split('=')[1]), ("DisplayName", "Ada"), ("SignInName", "ada"), ("Password", SignIns.Password));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains("Ada", await made.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_a_mistake()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.OfAsync(Cancellation, "people", "invite", "--role", "king", "--data", folder.Child("data"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("king", run.Complaints, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Child("data")));
    }
}
