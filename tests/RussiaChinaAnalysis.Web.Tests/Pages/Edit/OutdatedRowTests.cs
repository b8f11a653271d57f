using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Edit;

/// <summary>What is shown may be older than what is stored, by a moment or, on a replica, by more.</summary>
public sealed class OutdatedRowTests
{
    private const string Passage = "/api/passages/3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_changes_an_outdated_passage_is_told()
    {
        await using var site = new TestSite();
        using var ada = await site.ClientAsync(PersonRole.Editor);
        var copy = await site.CopyAsync();
        await using var behind = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(copy)));
        using var ben = behind.CreateClient();
        await ben.SignInAsync(PersonRole.Editor, Cancellation);
        using var known = await ada.GetAsync(Passage, Cancellation);
        using var changed = await DecideAsync(ada, known.Headers.ETag!.ToString(), "rejected");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        var page = await ben.GetStringAsync("/passages/3", Cancellation);
        using var seen = await ben.GetAsync(Passage, Cancellation);
        using var byForm = await DecideAsync(ben, $"\"{page.Between("name=\"token\" value=\"", "\"")}\"", "accepted");
        using var byProgram = await DecideAsync(ben, seen.Headers.ETag!.ToString(), "accepted");

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (byForm.StatusCode, byProgram.StatusCode));
    }

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, string state, string status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Passage}/status") { Content = JsonContent.Create(new { status }) };
        request.Headers.TryAddWithoutValidation("If-Match", state);
        return await client.SendAsync(request, Cancellation);
    }
}
