using System.Net;
using System.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

public sealed class ImportTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_text_is_stored_with_its_title_and_shown_as_text()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var page = await PostAsync(client, ("Text", "Cats <b>should</b> sleep. They purr because they are content."), ("Title", "On <i>cats</i>"));

        Assert.Contains("1 of 1 text imported", page, StringComparison.Ordinal);
        var list = await client.GetStringAsync("/documents", Cancellation);
        Assert.Contains("On &lt;i&gt;cats&lt;/i&gt;", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>cats", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_is_not_stored_twice()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        await PostAsync(client, ("Text", "Dogs bark. They should be walked."), ("Title", "On dogs"));
        var again = await PostAsync(client, ("Text", "Dogs bark. They should be walked."), ("Title", "On dogs"));

        Assert.Contains("Unchanged", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_file_is_answered_for_by_name()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var form = await FormAsync(client);
        form.Add(new ByteArrayContent([]), "Files", "empty.txt");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("MZ")), "Files", "program.exe");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("Birds sing. That is why they should be fed.")), "Files", "birds.txt");
        using var answer = await client.PostAsync("/import", form, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("1 of 3 texts imported", page, StringComparison.Ordinal);
        Assert.All(["empty.txt", "program.exe", "birds.txt"], name => Assert.Contains(name, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_form_is_a_mistake()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var form = await FormAsync(client);
        using var answer = await client.PostAsync("/import", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("choose a file or paste a text", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Text", "Anything.")]);
        using var answer = await client.PostAsync("/import", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<string> PostAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var form = await FormAsync(client);
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var answer = await client.PostAsync("/import", form, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client)
    {
        return new MultipartFormDataContent
        {
            { new StringContent(await client.FormTokenAsync("/import", Cancellation)), "__RequestVerificationToken" },
        };
    }
}
