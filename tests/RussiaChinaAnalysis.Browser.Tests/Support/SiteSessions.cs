using System.Collections.Concurrent;
using System.Net;
using RussiaChinaAnalysis.Corpus.Model;
using Cookie = Microsoft.Playwright.Cookie;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>Sessions on the running sites, one for each role, begun when somebody first needs it.</summary>
internal static class SiteSessions
{
    private static readonly ConcurrentDictionary<string, string> Folders = new();
    private static readonly ConcurrentDictionary<(string Site, PersonRole Role), Lazy<Task<Cookie[]>>> Sessions = new();

    /// <param name="data">The folder that the site was started with.</param>
    public static void Register(Uri site, string data) => Folders[site.Authority] = data;

    public static Task<Cookie[]> SessionAsync(Uri address, PersonRole role) =>
        Sessions.GetOrAdd((address.Authority, role), key => new(() => BeginAsync(key.Site, key.Role))).Value;

    private static async Task<Cookie[]> BeginAsync(string site, PersonRole role)
    {
        await using var corpus = SiteCorpus.Open(Folders[site]);
        await SignIns.AddAsync(corpus, role);

        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"http://{site}") };
        await client.SignInAsync(role, TestContext.Current.CancellationToken);
        return [.. jar.GetAllCookies().Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = $"http://{site}" })];
    }
}
