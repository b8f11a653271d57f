using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.WebAnnotations;

public sealed class AnnotationProtocolTests
{
    private const string Container = "/api/annotations/";
    private const string MediaType = "application/ld+json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_container_says_what_it_is_and_holds_every_annotation_in_pages()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);

        using var answer = await client.GetAsync(Container, Cancellation);

        var links = string.Join(", ", answer.Headers.GetValues("Link"));
        Assert.Contains("<http://www.w3.org/ns/ldp#BasicContainer>; rel=\"type\"", links, StringComparison.Ordinal);
        Assert.Contains("rel=\"http://www.w3.org/ns/ldp#constrainedBy\"", links, StringComparison.Ordinal);
        Assert.Equal("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains(MediaType, answer.Headers.GetValues("Accept-Post").Single(), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.ETag);
        Assert.Contains("Prefer", answer.Headers.Vary);
        Assert.Contains("POST", answer.Content.Headers.Allow);
        var collection = await ReadAsync(answer);
        Assert.Contains("BasicContainer", collection["type"]!.AsArray().Select(type => type!.GetValue<string>()));

        var seen = new List<string>();
        string? before = null;
        for (var page = collection["first"]!.AsObject(); ; page = await ReadAsync(await client.GetAsync(page["next"]!.GetValue<string>(), Cancellation)))
        {
            Assert.Equal("AnnotationPage", page["type"]!.GetValue<string>());
            foreach (var annotation in page["items"]!.AsArray())
            {
                WebAnnotationModel.Check(annotation!.AsObject(), isWhole: false);
                seen.Add(annotation["id"]!.GetValue<string>());
            }

            Assert.Equal(before, page["prev"]?.GetValue<string>());
            before = page["id"]!.GetValue<string>();
            if (page["next"] is null)
                break;
        }

        Assert.Equal(before, collection["last"]!.GetValue<string>());

        Assert.Equal(collection["total"]!.GetValue<int>(), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Prefer_asks_for_names_or_for_the_container_alone()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Reader);

        var minimal = await PreferAsync("http://www.w3.org/ns/ldp#PreferMinimalContainer");
        Assert.Equal(JsonValueKind.String, minimal["first"]!.GetValueKind());
        var names = await PreferAsync("http://www.w3.org/ns/oa#PreferContainedIRIs");
        Assert.All(names["first"]!["items"]!.AsArray(), item => Assert.Equal(JsonValueKind.String, item!.GetValueKind()));
        Assert.EndsWith("?iris=1", names["id"]!.GetValue<string>(), StringComparison.Ordinal);

        async Task<JsonObject> PreferAsync(string what)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Container);
            request.Headers.Add("Prefer", $"return=representation;include=\"{what}\"");
            using var answer = await client.SendAsync(request, Cancellation);
            return await ReadAsync(answer);
        }
    }

    [Fact]
    public async Task An_annotation_is_made_read_replaced_and_deleted()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        var passage = await FirstAsync(client, "passage-");
        var quote = passage["target"]!["selector"]!.AsArray().Single(selector => selector!["type"]!.GetValue<string>() == "TextQuoteSelector")!;
        var note = Note(passage["target"]!["source"]!.GetValue<string>(), quote["exact"]!.GetValue<string>(), quote["prefix"]!.GetValue<string>(), quote["suffix"]!.GetValue<string>());

        using var made = await SendAsync(client, HttpMethod.Post, Container, note);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        var stored = await ReadAsync(await client.GetAsync(address, Cancellation));
        WebAnnotationModel.Check(stored, isWhole: true);
        Assert.Equal((address, "urn:example:mine", "https://elsewhere.example/a/1"), (stored["id"]!.GetValue<string>(), stored["canonical"]!.GetValue<string>(), stored["via"]!.GetValue<string>()));
        Assert.Equal(quote["exact"]!.GetValue<string>(), stored["target"]!["selector"]![1]!["exact"]!.GetValue<string>());

        using var first = await client.GetAsync(address, Cancellation);
        var state = first.Headers.ETag!.Tag;
        Assert.Contains("<http://www.w3.org/ns/ldp#Resource>; rel=\"type\"", string.Join(", ", first.Headers.GetValues("Link")), StringComparison.Ordinal);
        note["body"] = new JsonObject { ["type"] = "TextualBody", ["value"] = "On second thoughts" };
        Assert.Equal((HttpStatusCode)428, (await SendAsync(client, HttpMethod.Put, address, note)).StatusCode);
        using var replaced = await SendAsync(client, HttpMethod.Put, address, note, state);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        Assert.Equal("On second thoughts", (await ReadAsync(replaced))["body"]!["value"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(client, HttpMethod.Put, address, note, state)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SendAsync(client, HttpMethod.Delete, address, null, state)).StatusCode);

        // As a proxy that compresses answers hands it on.
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(client, HttpMethod.Delete, address, null, $"W/{replaced.Headers.ETag!.Tag}")).StatusCode);
        using var gone = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("This annotation was taken back.", await gone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_note_stays_private_when_a_program_that_does_not_know_the_word_replaces_it()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var other = await site.ClientAsync(PersonRole.Reviewer);
        var note = Note("http://localhost/documents/1");
        note["rca:private"] = true;
        using var made = await SendAsync(client, HttpMethod.Post, Container, note);
        var address = made.Headers.Location!.ToString();
        note.Remove("rca:private");

        using var replaced = await SendAsync(client, HttpMethod.Put, address, note, made.Headers.ETag!.Tag);

        Assert.True((await ReadAsync(replaced))["rca:private"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address, Cancellation)).StatusCode);
        note["rca:private"] = false;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, HttpMethod.Put, address, note, replaced.Headers.ETag!.Tag)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Passages_links_and_replies_can_be_annotated_and_are_not_deleted_here()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        foreach (var kind in new[] { "passage-", "link-" })
        {
            var target = (await FirstAsync(client, kind))["id"]!.GetValue<string>();
            using var made = await SendAsync(client, HttpMethod.Post, Container, Note(target));
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            Assert.Equal(target, (await ReadAsync(made))["target"]!.GetValue<string>());
            using var reply = await SendAsync(client, HttpMethod.Post, Container, Note(made.Headers.Location!.ToString()));
            var replied = await ReadAsync(reply);
            Assert.Equal(
                ("replying", "urn:example:mine", "https://elsewhere.example/a/1"),
                (replied["motivation"]!.GetValue<string>(), replied["canonical"]!.GetValue<string>(), replied["via"]!.GetValue<string>()));
            var secret = Note(made.Headers.Location!.ToString());
            secret["rca:private"] = true;
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(client, HttpMethod.Post, Container, secret)).StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(client, HttpMethod.Delete, target, null, "\"x\"")).StatusCode);
        }
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("[]", 422)]
    [InlineData("{\"type\":\"Annotation\",\"target\":\"http://localhost/documents/1\"}", 422)]
    [InlineData("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"bodyValue\":\"x\"}", 422)]
    [InlineData("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"bodyValue\":\"x\",\"target\":\"https://elsewhere.example/\"}", 422)]
    [InlineData("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"bodyValue\":7,\"target\":\"http://localhost/documents/1\"}", 422)]
    [InlineData("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"bodyValue\":\"x\",\"motivation\":\"shouting\",\"target\":\"http://localhost/documents/1\"}", 422)]
    [InlineData("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"Annotation\",\"bodyValue\":\"x\",\"target\":{\"source\":\"http://localhost/documents/1\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"words that nobody wrote in it\"}}}", 422)]
    public async Task What_is_no_annotation_of_this_corpus_is_refused_with_a_reason(string body, int status)
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var content = new StringContent(body, Encoding.UTF8, MediaType);

        using var answer = await client.PostAsync(Container, content, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty((await ReadAsync(answer))["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_search_that_would_take_too_lengthyis_refused_before_it_begins()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        var lengthy = Note("http://localhost/documents/1", string.Concat(Enumerable.Repeat("ships and trade ", 700)));
        var many = Note("http://localhost/documents/1", "trade");
        many["target"] = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => many["target"]!.DeepClone())]);

        using var tooLong = await SendAsync(client, HttpMethod.Post, Container, lengthy);
        using var tooMany = await SendAsync(client, HttpMethod.Post, Container, many);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (tooLong.StatusCode, tooMany.StatusCode));
        Assert.Contains("11200 characters and the limit is 10000", (await ReadAsync(tooLong))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("51 places and the limit is 50", (await ReadAsync(tooMany))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_large_it_is_is_limited_too()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var request = new HttpRequestMessage(HttpMethod.Post, Container);
        var note = Note("http://localhost/documents/1");
        note["extra"] = new string('x', 200_000);
        request.Content = new StringContent(note.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse(MediaType));
        request.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Heads_and_options_are_answered()
    {
        await using var site = new TestSite();
        using var client = await site.ClientAsync(PersonRole.Reader);

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Container), Cancellation);
        using var options = await client.SendAsync(new HttpRequestMessage(HttpMethod.Options, Container), Cancellation);

        using var get = await client.GetAsync(Container, Cancellation);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Contains("POST", options.Content.Headers.Allow);
        Assert.NotEmpty(options.Headers.GetValues("Accept-Post"));
    }

    private static JsonObject Note(string source, string? exact = null, string? prefix = null, string? suffix = null) => new()
    {
        ["@context"] = "http://www.w3.org/ns/anno.jsonld",
        ["id"] = "https://elsewhere.example/a/1",
        ["canonical"] = "urn:example:mine",
        ["type"] = "Annotation",
        ["motivation"] = "questioning",
        ["body"] = new JsonObject { ["type"] = "TextualBody", ["value"] = "Who says so?" },
        ["target"] = exact is null
            ? JsonValue.Create(source)
            : new JsonObject
            {
                ["source"] = source,
                ["selector"] = new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = exact, ["prefix"] = prefix, ["suffix"] = suffix },
            },
    };

    private static async Task<JsonObject> FirstAsync(HttpClient client, string kind)
    {
        for (var address = $"{Container}?iris=0&page=0"; ;)
        {
            var page = await ReadAsync(await client.GetAsync(address, Cancellation));
            if (page["items"]!.AsArray().FirstOrDefault(item => item!["id"]!.GetValue<string>().Contains(kind, StringComparison.Ordinal)) is { } found)
                return found.AsObject();
            address = page["next"]!.GetValue<string>();
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, JsonObject? body, string? state = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse(MediaType));
        if (state is not null)
            request.Headers.TryAddWithoutValidation("If-Match", state);
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject();
}
