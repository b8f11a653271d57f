using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>
/// Somebody whose browser goes to and fro between the site and the identity provider. It keeps the site's cookies
/// whatever their time, because the site's clock stands still in tests.
/// </summary>
internal sealed class RedirectedVisitor(TestSite site) : IDisposable
{
    private readonly HttpClient here = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    private readonly HttpClient elsewhere = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Dictionary<string, string> cookies = [];

    public string Place { get; private set; } = "";

    public void Dispose()
    {
        here.Dispose();
        elsewhere.Dispose();
    }

    /// <summary>By the form, with the password that all have in tests.</summary>
    public Task SignInAsync(string name, CancellationToken cancellation) =>
        SubmitAsync("/sign-in", "/sign-in", cancellation, ("Name", name), ("Password", SignIns.Password));

    /// <summary>A form whose answer leads to another page.</summary>
    public async Task<(HttpStatusCode Status, string Html)> SubmitAsync(
        string page, string address, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = (await GetAsync(page, cancellation)).Html.Between("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", form)]),
        };
        using var answer = await SendAsync(here, request, cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await GetAsync(answer.Headers.Location!.ToString(), cancellation);
    }

    /// <summary>Follows every redirection to its end.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string address, CancellationToken cancellation)
    {
        var uri = new Uri(here.BaseAddress!, address);
        for (var hops = 0; hops < 10; hops++)
        {
            var isHere = uri.Authority == here.BaseAddress!.Authority;
            using var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "Accept", "text/html" } } };
            using var answer = isHere ? await SendAsync(here, request, cancellation) : await elsewhere.SendAsync(request, cancellation);
            Place = uri.PathAndQuery;
            if (answer.StatusCode != HttpStatusCode.Redirect)
                return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(cancellation)));
            uri = new Uri(uri, answer.Headers.Location!);
        }

        throw new InvalidOperationException("The redirections do not end.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellation)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request, cancellation);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given.Select(line => line.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
        }

        return answer;
    }
}
