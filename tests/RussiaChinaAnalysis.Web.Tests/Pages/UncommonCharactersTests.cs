using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Tests.Reports;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>Characters that one database, XML or a normalisation form can't hold are typed, pasted or sent wherever words are taken.</summary>
public sealed class UncommonCharactersTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Odd = "ab\u0001c\uFFFEd\uFFFFe\u001Bf\u0085g\u202Eh\uFEFFi e\u0301";

    private const string Kept = "ab c\uFFFDd\uFFFDe f g\u202Eh\uFEFFi é";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_stored_shown_and_handed_out()
    {
        using var client = await site.ClientAsync(PersonRole.Administrator);
        await DoneAsync(client.SubmitAsync("/documents/1", "/edit/notes/write", Cancellation, ("document", "1"), ("body", $"From a form: {Odd}."), ("motivation", "Commenting")));
        await DoneAsync(client.SubmitAsync("/themes", "/edit/themes?handler=Create", Cancellation, ("name", $"Theme {Odd}"), ("definition", $"About {Odd}."), ("colour", "#224466"), ("terms", $"harbour {Odd}")));
        await DoneAsync(client.SubmitAsync("/people", "/people?handler=Invite", Cancellation, ("role", "Editor"), ("days", "7"), ("note", $"For {Odd}")));
        using var note = await client.PostAsJsonAsync("/api/notes", new { document = 1, motivation = "commenting", body = $"From a program: \0{Odd}." }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, note.StatusCode);
        using var annotation = await client.PostAsJsonAsync("/api/annotations/", Annotation(), Cancellation);
        Assert.Equal(HttpStatusCode.Created, annotation.StatusCode);
        var report = await client.SaveReportAsync(fields: ("Form.Summary", $"Found: {Odd}."));

        var stored = Texts(await client.GetFromJsonAsync<JsonElement>("/api/notes", Cancellation)).Concat(Texts(await client.GetFromJsonAsync<JsonElement>("/api/themes", Cancellation)));
        Assert.Superset(new HashSet<string> { $"From a form: {Kept}.", $"From a program:  {Kept}.", $"From elsewhere:  {Kept}.", $"Theme {Kept}" }, stored.ToHashSet());
        foreach (var address in new[] { "/documents/1", "/notes", "/themes", "/history", "/people", "/history/log.csv", "/history/log.jsonl", "/api/notes", "/api/annotations/", "/api/themes", "/reports", $"/reports/{report}", "/claims?theme=%00&q=" + Uri.EscapeDataString("\0" + Odd), "/notes?show=%00", "/connections?theme=%00%01", "/documents?sort=%00", "/documents/1/history", "/themes/codebook.csv", "/themes.json" })
            await FoundAsync(client, address);
        foreach (var format in site.Services.GetRequiredService<ReportExport>().Formats)
            await FoundAsync(client, $"/reports/{report}/download/{format.Key}");
        foreach (var format in CorpusExport.Formats.Append(CorpusExport.Archive))
            await FoundAsync(client, $"/exchange/{format.Key}");
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };

    private static object Annotation() => new Dictionary<string, object>
    {
        ["@context"] = "http://www.w3.org/ns/anno.jsonld",
        ["type"] = "Annotation",
        ["motivation"] = "commenting",
        ["body"] = new { type = "TextualBody", value = $"From elsewhere: \0{Odd}.", format = "text/plain" },
        ["target"] = "http://localhost/documents/1",
    };

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    private static async Task FoundAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}\n{await answer.Content.ReadAsStringAsync(Cancellation)}");
    }
}
