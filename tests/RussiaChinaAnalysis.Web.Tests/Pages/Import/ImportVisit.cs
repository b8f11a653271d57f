using System.Net;
using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Import;

/// <summary>A person who imports, over HTTP and without script.</summary>
internal sealed partial class ImportVisit(HttpClient client) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The page that the last step ended on.</summary>
    public string Page { get; private set; } = string.Empty;

    public string Address { get; private set; } = "/import";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ImportVisit> ToAsync(TestSite site) => new(await site.ClientAsync(PersonRole.Editor));

    public Task<HttpStatusCode> HandInTextAsync(string title, string text) =>
        HandInAsync(form =>
        {
            form.Add(new StringContent(title), "Title");
            form.Add(new StringContent(text), "Text");
        });

    public Task<HttpStatusCode> HandInFilesAsync(params (string Name, byte[] Content)[] files) =>
        HandInAsync(form =>
        {
            foreach (var (name, content) in files)
                form.Add(new ByteArrayContent(content), "Files", name);
        });

    /// <summary>Presses the button below what was found, with the fields as the page proposes them unless they are given.</summary>
    public async Task<HttpStatusCode> StoreAsync(params (string Name, string Value)[] changes)
    {
        // The token stands in every form of the page.
        var fields = Fields().DistinctBy(field => field.Name).Where(field => changes.All(change => change.Name != field.Name)).Concat(changes);
        var status = await PostAsync($"{Address}?handler=Store", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        await SettleAsync();
        return status;
    }

    public Task<HttpStatusCode> CancelAsync() => PostAsync($"{Address}?handler=Cancel", new FormUrlEncodedContent(
        [KeyValuePair.Create("__RequestVerificationToken", Token(Page))]));

    /// <summary>The number of the staged file with this path, as the form's fields carry it.</summary>
    public int FileNumber(string path)
    {
        var after = Page[Page.IndexOf(WebUtility.HtmlEncode(path), StringComparison.Ordinal)..];
        return int.Parse(TitleField().Match(after).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpStatusCode> HandInAsync(Action<MultipartFormDataContent> fill)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(Token(await client.GetStringAsync("/import", Cancellation))), "__RequestVerificationToken" },
        };
        fill(form);
        var status = await PostAsync("/import", form);
        await SettleAsync();
        return status;
    }

    private async Task<HttpStatusCode> PostAsync(string address, HttpContent content)
    {
        using var answer = await client.PostAsync(address, content, Cancellation);
        content.Dispose();
        Page = await answer.Content.ReadAsStringAsync(Cancellation);
        Address = answer.RequestMessage!.RequestUri!.AbsolutePath;
        return answer.StatusCode;
    }

    /// <summary>Reloads, as the page itself asks for, until nothing is under way.</summary>
    private async Task SettleAsync()
    {
        var until = DateTime.UtcNow + Patience;
        while (Page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal) && DateTime.UtcNow < until)
            Page = await client.GetStringAsync(Address, Cancellation);
    }

    private IEnumerable<(string Name, string Value)> Fields()
    {
        foreach (var input in InputTag().Matches(Page).Select(match => match.Value))
        {
            var isChoice = input.Contains("type=\"radio\"", StringComparison.Ordinal);
            if (isChoice && !input.Contains(" checked", StringComparison.Ordinal))
                continue;
            if (Attribute(input, "name") is { } name && (name.Contains('-', StringComparison.Ordinal) || name == "__RequestVerificationToken"))
                yield return (name, Attribute(input, "value") ?? "");
        }
    }

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $" {name}=\"([^\"]*)\"", RegexOptions.None, Patience);
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
    }

    private static string Token(string page) => Attribute(TokenTag().Match(page).Value, "value")!;

    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex TokenTag();

    [GeneratedRegex("<input[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex InputTag();

    [GeneratedRegex("name=\"title-([0-9]+)\"", RegexOptions.None, 10_000)]
    private static partial Regex TitleField();
}
