using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

/// <summary>Where a document came from: its file, its pages, its language.</summary>
public sealed class SourceOfDocumentTests : IAsyncDisposable
{
    private const string Mixed = """
        <!DOCTYPE html><title>On ports</title><h1>On ports</h1>
        <p>The city wants to sell the harbour, and it should not, because the rents pay for the ferries that nobody else would run.</p>
        <h2>Voices</h2><p>Город хочет продать порт. Этого делать не следует.</p>
        <p>So the city should keep the harbour and let the berths to those who need them for their work.</p>
        """;

    private static readonly string[] Pages = ["The harbour pays for the ferries.", "So the city should keep it."];

    private readonly TemporaryFolder seeds = new();
    private readonly TestSite site;

    public SourceOfDocumentTests()
    {
        seeds.Write("ports.html", Mixed);
        File.WriteAllBytes(seeds.Child("порт “1”.pdf"), TwoPages.Write(Pages));
        seeds.Write("rus.txt", "Город хочет продать порт. Этого делать не следует: аренда оплачивает паромы.\n");
        site = new TestSite().WithSeeds(seeds.Path);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        seeds.Dispose();
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_as_a_download()
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        foreach (var (name, mediaType) in new[] { ("ports.html", "text/html"), ("порт “1”.pdf", "application/pdf"), ("rus.txt", "text/plain") })
        {
            var imported = await File.ReadAllBytesAsync(seeds.Child(name), Cancellation);
            var id = await IdOfAsync(client, name);
            using var answer = await client.GetAsync($"/documents/{id}/original", Cancellation);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(imported, await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            var page = await client.GetStringAsync($"/documents/{id}", Cancellation);
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(imported)), page, StringComparison.Ordinal);
            Assert.Contains($"/documents/{id}/original", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_original_is_for_those_who_may_read()
    {
        site.With("Accounts:VisitorsMayRead", "false");
        using var client = site.CreateClient();
        using var answer = await client.GetAsync("/documents/1/original", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/documents/999/original")]
    [InlineData("/documents/1/original?version=2")]
    [InlineData("/documents/1/original?version=x")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_pages_of_a_PDF_are_marked_and_named_with_each_passage()
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        var id = await IdOfAsync(client, "порт “1”.pdf");
        var page = await client.GetStringAsync($"/documents/{id}", Cancellation);

        Assert.Contains("id=\"page-1\"", page, StringComparison.Ordinal);
        var text = page[page.IndexOf("<article", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        var second = text.IndexOf("id=\"page-2\"", StringComparison.Ordinal);
        Assert.InRange(second, text.IndexOf("pays for the ferries", StringComparison.Ordinal), text.IndexOf("the city should keep", StringComparison.Ordinal));
        var document = await client.GetFromStreamAsync($"/documents/{id}.json", Cancellation);
        var last = document.RootElement.GetProperty("passages").EnumerateArray().Last().GetProperty("id").GetInt32();
        Assert.Contains("On page 2", await client.GetStringAsync($"/passages/{last}", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_without_a_lexicon_is_shown_and_not_counted()
    {
        using var client = await site.ClientAsync(PersonRole.Reader);
        var mixed = WebUtility.HtmlDecode(await client.GetStringAsync($"/documents/{await IdOfAsync(client, "ports.html")}", Cancellation));
        Assert.Contains("Paragraphs in Russian are not labelled", mixed, StringComparison.Ordinal);
        Assert.Contains("lang=\"ru\"", mixed, StringComparison.Ordinal);
        Assert.Contains("Город хочет продать порт.", mixed, StringComparison.Ordinal);

        var russian = await IdOfAsync(client, "rus.txt");
        Assert.Contains("Not labelled: no lexicon for Russian", WebUtility.HtmlDecode(await client.GetStringAsync($"/documents/{russian}", Cancellation)), StringComparison.Ordinal);
        var document = await client.GetFromStreamAsync($"/documents/{russian}.json", Cancellation);
        Assert.Empty(document.RootElement.GetProperty("passages").EnumerateArray());
        Assert.Equal("ru", document.RootElement.GetProperty("summary").GetProperty("language").GetString());
    }

    private static async Task<int> IdOfAsync(HttpClient client, string source)
    {
        var list = await client.GetFromStreamAsync("/documents.json", Cancellation);
        return list.RootElement.GetProperty("documents").EnumerateArray()
            .Single(document => document.GetProperty("source").GetString() == source).GetProperty("id").GetInt32();
    }
}

file static class Answers
{
    public static async Task<JsonDocument> GetFromStreamAsync(this HttpClient client, string address, CancellationToken cancellation) =>
        JsonDocument.Parse(await client.GetStringAsync(address, cancellation));
}

/// <summary>A PDF file of one line per page, written by hand.</summary>
file static class TwoPages
{
    public static byte[] Write(IReadOnlyList<string> lines)
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Kids[{string.Join(' ', lines.Select((_, at) => $"{4 + (2 * at)} 0 R"))}]/Count {lines.Count}/MediaBox[0 0 595 842]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        };
        foreach (var line in lines)
        {
            var content = $"BT /F1 12 Tf 72 720 Td ({line}) Tj ET";
            objects.Add($"<</Type/Page/Parent 2 0 R/Contents {objects.Count + 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
            objects.Add($"<</Length {content.Length}>>\nstream\n{content}\nendstream");
        }

        var file = "%PDF-1.7\n";
        var places = new List<int>();
        foreach (var body in objects)
        {
            places.Add(file.Length);
            file += $"{places.Count} 0 obj\n{body}\nendobj\n";
        }

        var table = string.Concat(places.Select(place => $"{place:D10} 00000 n \n"));
        file += $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{file.Length}\n%%EOF\n";
        return Encoding.Latin1.GetBytes(file);
    }
}
