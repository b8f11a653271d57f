using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>What the page of a passage says of labels that people set.</summary>
public sealed class CorrectedLabelsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Sure = "How sure the program was of the role that it proposed";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_programs_reasons_are_not_those_of_who_corrected_it()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var claims = await client.GetFromJsonAsync<JsonElement>("/api/passages?role=claim&thesis=no&size=1", Cancellation);
        var id = claims.GetProperty("items")[0].GetProperty("id").GetInt32();
        Assert.Contains("Why it is a claim", await PageAsync(client, id), StringComparison.Ordinal);

        var change = await LabelAsync(client, id, "evidence");

        var corrected = await PageAsync(client, id);
        Assert.DoesNotContain("Why it is evidence", corrected, StringComparison.Ordinal);
        Assert.Contains("What the program had weighed for the role", corrected, StringComparison.Ordinal);
        Assert.Contains("The Editor said that it is evidence.", corrected, StringComparison.Ordinal);
        Assert.Contains(Sure, corrected, StringComparison.Ordinal);
        using var undone = await client.PostAsync($"/api/changes/{change}/undo", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        var restored = await PageAsync(client, id);
        Assert.Contains("Why it is a claim", restored, StringComparison.Ordinal);
        Assert.DoesNotContain("The Editor said that", restored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_is_not_sure_of_what_a_person_made()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var text = (await client.GetFromJsonAsync<JsonElement>("/api/documents/2/text", Cancellation)).GetProperty("text").GetString()!;
        var start = text.IndexOf(' ', text.Length / 2) + 1;
        using var made = await client.PostAsJsonAsync("/api/passages", new { document = 2, start, end = start + 40, labels = new { role = "claim" } }, Cancellation);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetInt32();

        var facts = (await PageAsync(client, id)).Between("<ul class=\"facts\">", "</ul>");

        Assert.DoesNotContain("100", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("How sure the program", facts, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient client, int id) =>
        WebUtility.HtmlDecode(await client.GetStringAsync($"/passages/{id}", Cancellation));

    private static async Task<long> LabelAsync(HttpClient client, int id, string role)
    {
        using var seen = await client.GetAsync($"/api/passages/{id}", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/passages/{id}/labels") { Content = JsonContent.Create(new { role }) };
        request.Headers.IfMatch.Add(seen.Headers.ETag!);
        using var answer = await client.SendAsync(request, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("change").GetInt64();
    }
}
