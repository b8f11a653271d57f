using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>Everything that is mapped is asked for by everybody, and compared with <c>access.txt</c>.</summary>
public sealed partial class RoleWalkTests
{
    private const string Anybody = "anybody";
    private const string Whoever = "whoever may read";

    private static readonly string[] Levels = [Anybody, Whoever, "reader", "editor", "reviewer", "administrator"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everybody_gets_to_what_is_listed_and_to_nothing_else(bool visitorsMayRead)
    {
        await using var site = new TestSite().With("Accounts:VisitorsMayRead", visitorsMayRead.ToString());
        var listed = Listed();
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<PersonRole>().Cast<PersonRole?>().Prepend(null))
        {
            using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            if (role is { } somebody)
            {
                await SignIns.AddAsync(site.Services, somebody);
                await client.SignInAsync(somebody, Cancellation);
            }

            foreach (var endpoint in Endpoints.Of(site))
            {
                if (!listed.TryGetValue(endpoint, out var least))
                    wrong.Add($"{endpoint} is not listed in access.txt.");
                else if (await LetsInAsync(client, endpoint) != MayPass(role, least, visitorsMayRead))
                    wrong.Add($"{endpoint} is for {least}, but {(MayPass(role, least, visitorsMayRead) ? "refuses" : "lets in")} {role?.ToString() ?? "a visitor"}.");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct()));
    }

    [Fact]
    public async Task The_list_names_nothing_that_is_not_there()
    {
        await using var site = new TestSite();

        Assert.Empty(Listed().Keys.Except(Endpoints.Of(site)));
    }

    [Fact]
    public async Task Every_form_is_refused_without_the_token_of_its_page()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Administrator);
        var forms = Endpoints.Of(site).Where(endpoint => endpoint.Method == "POST" && !endpoint.Path.StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(forms);
        foreach (var form in forms)
        {
            using var empty = new FormUrlEncodedContent([]);
            using var answer = await client.PostAsync(Filled(form.Path), empty, Cancellation);
            // Where a failure is explained nothing is done.
            if (!form.Path.StartsWith("/errors/", StringComparison.Ordinal))
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{form} answers {(int)answer.StatusCode} to a form from elsewhere.");
        }
    }

    private static Dictionary<MappedEndpoint, string> Listed() => File
        .ReadLines(Path.Combine(Build.Root, "tests", "RussiaChinaAnalysis.Web.Tests", "Accounts", "access.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => Line().Match(line))
        .ToDictionary(line => new MappedEndpoint(line.Groups[1].Value, line.Groups[2].Value), line => line.Groups[3].Value);

    private static bool MayPass(PersonRole? role, string least, bool visitorsMayRead)
    {
        var level = Array.IndexOf(Levels, least);
        Assert.True(level >= 0, $"“{least}” is none of {string.Join(", ", Levels)}.");
        return role is { } somebody ? (int)somebody + 2 >= level : level == 0 || (level == 1 && visitorsMayRead);
    }

    private static async Task<bool> LetsInAsync(HttpClient client, MappedEndpoint endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Filled(endpoint.Path));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.True((int)answer.StatusCode < 500, $"{endpoint} answers {(int)answer.StatusCode}.");
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            || endpoint.Path == "/start" && answer.StatusCode == HttpStatusCode.Forbidden;
    }

    /// <summary>The path with something in the place of each parameter.</summary>
    private static string Filled(string path) => Parameter().Replace(path, parameter => parameter.Groups[1].Value switch
    {
        "slug" => "central-asia",
        "ending" => "json",
        "scheme" => "dark",
        "code" => "404",
        "id" when parameter.Value.Contains(":guid", StringComparison.Ordinal) => "00000000-0000-0000-0000-000000000001",
        _ => "1",
    });

    [GeneratedRegex(@"^(\S+)\s+(\S+)\s+(\S.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^{}]*\}")]
    private static partial Regex Parameter();
}
