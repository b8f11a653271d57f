using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Api;

public sealed class EditingTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passage_is_made_labelled_resized_themed_related_and_removed()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var text = (await client.GetFromJsonAsync<JsonElement>("/api/documents/1/text", Cancellation)).GetProperty("text").GetString()!;
        var start = text.IndexOf(' ', text.Length / 2) + 1;
        using var made = await client.PostAsJsonAsync("/api/passages", new { document = 1, start, end = start + 30, labels = new { role = "claim" } }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = made.Headers.Location!.ToString();

        await ChangeAsync(client, HttpMethod.Put, $"{address}/labels", address, new { role = "evidence", evidenceKind = "testimony" });
        await ChangeAsync(client, HttpMethod.Put, $"{address}/span", address, new { start, end = start + 20 });
        await ChangeAsync(client, HttpMethod.Put, $"{address}/themes/central-asia", address, null);
        await ChangeAsync(client, HttpMethod.Put, $"{address}/status", address, new { status = "rejected" });
        var passage = (await client.GetFromJsonAsync<JsonElement>(address, Cancellation)).GetProperty("row");
        Assert.Equal(("evidence", "testimony", "rejected", "person"), (
            passage.GetProperty("role").GetString(), passage.GetProperty("evidenceKind").GetString(),
            passage.GetProperty("status").GetString(), passage.GetProperty("origin").GetString()));
        Assert.Contains("central-asia", passage.GetProperty("themes").GetRawText(), StringComparison.Ordinal);

        using var related = await client.PostAsJsonAsync("/api/relations", new { from = passage.GetProperty("id").GetInt32(), to = 1, kind = "supports" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, related.StatusCode);
        var relation = related.Headers.Location!.ToString();
        await ChangeAsync(client, HttpMethod.Put, $"{relation}/kind", relation, new { kind = "rebuts" });
        Assert.Equal("rebuts", (await client.GetFromJsonAsync<JsonElement>(relation, Cancellation)).GetProperty("kind").GetString());

        var removed = await ChangeAsync(client, HttpMethod.Delete, address, address, null);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Cancellation)).StatusCode);
        using var undone = await client.PostAsync($"/api/changes/{removed.GetProperty("change").GetInt64()}/undo", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_is_rejected_no_longer_stands_among_links_and_theses()
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        var relation = (await client.GetFromJsonAsync<JsonElement>("/api/documents/1/relations", Cancellation))[0];
        var (link, from, to) = (relation.GetProperty("id").GetInt32(), relation.GetProperty("from").GetInt32(), relation.GetProperty("to").GetInt32());
        var thesis = (await client.GetFromJsonAsync<JsonElement>("/api/documents/1", Cancellation)).GetProperty("theses")[0].GetProperty("passageId").GetInt32();
        Assert.Contains(link, Ids(await client.GetFromJsonAsync<JsonElement>($"/api/passages/{from}", Cancellation), "outgoing"));
        Assert.Contains($"data-link=\"{link}\"", await client.GetStringAsync("/documents/1", Cancellation), StringComparison.Ordinal);
        Assert.Contains($"data-select=\"{thesis}\"", await HeadAsync(), StringComparison.Ordinal);
        Assert.Contains($"href=\"/passages/{thesis}\"", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);

        await ChangeAsync(client, HttpMethod.Delete, $"/api/relations/{link}", $"/api/relations/{link}", null);
        await ChangeAsync(client, HttpMethod.Put, $"/api/passages/{thesis}/status", $"/api/passages/{thesis}", new { status = "rejected" });

        Assert.DoesNotContain(link, Ids(await client.GetFromJsonAsync<JsonElement>($"/api/passages/{from}", Cancellation), "outgoing"));
        Assert.DoesNotContain(link, Ids(await client.GetFromJsonAsync<JsonElement>($"/api/passages/{to}", Cancellation), "incoming"));
        Assert.DoesNotContain($"data-link=\"{link}\"", await client.GetStringAsync("/documents/1", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain($"data-select=\"{thesis}\"", await HeadAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/passages/{thesis}\"", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);

        async Task<string> HeadAsync() => (await client.GetStringAsync("/documents/1", Cancellation)).Between("<header class=\"reader-head\">", "</header>");
        static IEnumerable<int> Ids(JsonElement passage, string links) =>
            passage.GetProperty(links).EnumerateArray().Select(link => link.GetProperty("relation").GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Whoever_decides_about_the_last_page_of_what_is_open_is_led_to_the_page_before()
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        var (address, data) = ("/claims?status=suggested", await client.GetFromJsonAsync<JsonElement>("/claims.json?status=suggested", Cancellation));
        var before = data;
        while (data.GetProperty("next").GetString() is { } next)
        {
            before = data;
            address = $"/claims?status=suggested&after={Uri.EscapeDataString(next)}";
            data = await client.GetFromJsonAsync<JsonElement>(address.Replace("/claims", "/claims.json", StringComparison.Ordinal), Cancellation);
        }

        foreach (var id in Ids(data))
            await ChangeAsync(client, HttpMethod.Put, $"/api/passages/{id}/status", $"/api/passages/{id}", new { status = "accepted" });

        var page = await client.GetStringAsync(address, Cancellation);
        Assert.DoesNotContain("No passage is like that", page, StringComparison.Ordinal);
        Assert.All(Ids(before), id => Assert.Contains($"href=\"/passages/{id}\"", page, StringComparison.Ordinal));
        Assert.Contains("rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", page, StringComparison.Ordinal);

        static List<int> Ids(JsonElement list) => [.. list.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("id").GetInt32())];
    }

    [Fact]
    public async Task A_note_is_written_answered_rewritten_settled_and_taken_back()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var made = await client.PostAsJsonAsync("/api/notes", new { document = 1, spans = new[] { new { start = 0, end = 12 } }, body = "Is *this* so?", motivation = "questioning" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var address = made.Headers.Location!.ToString();
        using var reply = await client.PostAsJsonAsync($"{address}/replies", new { body = "It is." }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);

        await ChangeAsync(client, HttpMethod.Put, address, address, new { body = "Was this so?", motivation = "commenting" });
        await ChangeAsync(client, HttpMethod.Put, $"{address}/resolved", address, new { resolved = true });
        var listed = await client.GetFromJsonAsync<JsonElement>("/api/notes?show=resolved&size=1", Cancellation);
        Assert.Equal("Was this so?", listed.GetProperty("items")[0].GetProperty("first").GetProperty("body").GetString());
        Assert.Equal("It is.", listed.GetProperty("items")[0].GetProperty("replies")[0].GetProperty("body").GetString());
        Assert.Equal(JsonValueKind.Null, listed.GetProperty("next").ValueKind);
        Assert.Single((await client.GetFromJsonAsync<JsonElement>("/api/documents/1/notes", Cancellation)).EnumerateArray());

        await ChangeAsync(client, HttpMethod.Delete, address, address, null);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Cancellation)).StatusCode);
        using var nowhere = await client.PostAsJsonAsync("/api/notes", new { body = "On nothing." }, Cancellation);
        Assert.Equal(("application/problem+json", HttpStatusCode.BadRequest), (nowhere.Content.Headers.ContentType!.MediaType, nowhere.StatusCode));
    }

    [Fact]
    public async Task A_private_note_that_is_rewritten_stays_private_unless_it_is_said_otherwise()
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        using var other = await own.ClientAsync(PersonRole.Reviewer);
        using var made = await client.PostAsJsonAsync("/api/notes", new { document = 1, body = "Hm.", isPrivate = true }, Cancellation);
        var address = made.Headers.Location!.ToString();

        await ChangeAsync(client, HttpMethod.Put, address, address, new { body = "Hm?" });

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address, Cancellation)).StatusCode);
        await ChangeAsync(client, HttpMethod.Put, address, address, new { body = "Hm?", isPrivate = false });
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_removes_what_another_wrote_on_the_page_and_by_the_api_but_sees_nothing_private()
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        using var reviewer = await own.ClientAsync(PersonRole.Reviewer);
        using var administrator = await own.ClientAsync(PersonRole.Administrator);
        using var made = await client.PostAsJsonAsync("/api/notes", new { document = 1, body = "Abuse." }, Cancellation);
        using var hidden = await client.PostAsJsonAsync("/api/notes", new { document = 1, body = "Hm.", isPrivate = true }, Cancellation);
        var (address, secret) = (made.Headers.Location!.ToString(), hidden.Headers.Location!.ToString());

        Assert.DoesNotContain("/edit/notes/remove", await reviewer.GetStringAsync("/notes", Cancellation), StringComparison.Ordinal);
        var page = await administrator.GetStringAsync("/notes", Cancellation);
        Assert.Contains("/edit/notes/remove", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit/notes/rewrite", page, StringComparison.Ordinal);
        var state = await StateAsync(client, secret);
        using var unseen = await SendAsync(administrator, HttpMethod.Delete, secret, state, body: null);
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);

        var removed = await ChangeAsync(administrator, HttpMethod.Delete, address, address, null);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Cancellation)).StatusCode);
        using var undone = await client.PostAsync($"/api/changes/{removed.GetProperty("change").GetInt64()}/undo", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, undone.StatusCode);
    }

    [Theory]
    [InlineData("/api/notes?show=mine&size=2")]
    [InlineData("/api/changes?size=2")]
    public async Task What_comes_in_parts_is_followed_to_its_end_by_the_links(string first)
    {
        await using var own = new TestSite();
        using var client = await own.ClientAsync(PersonRole.Editor);
        for (var number = 1; number <= 4; number++)
        {
            using var made = await client.PostAsJsonAsync("/api/notes", new { document = 1, spans = new[] { new { start = 0, end = 12 } }, body = $"Note {number}" }, Cancellation);
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        }

        using var part = await client.GetAsync(first, Cancellation);
        var address = Assert.Single(part.Headers.GetValues("Link")).Between("<", ">; rel=\"next\"");
        using var last = await client.GetAsync(address, Cancellation);
        var (one, other) = (await part.Content.ReadFromJsonAsync<JsonElement>(Cancellation), await last.Content.ReadFromJsonAsync<JsonElement>(Cancellation));

        Assert.Contains($"before={one.GetProperty("next").GetString()}", address, StringComparison.Ordinal);
        Assert.Equal((2, 2), (one.GetProperty("items").GetArrayLength(), other.GetProperty("items").GetArrayLength()));
        Assert.Equal(4, one.GetProperty("items").EnumerateArray().Concat(other.GetProperty("items").EnumerateArray()).Select(item => item.GetRawText()).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, other.GetProperty("next").ValueKind);
        Assert.False(last.Headers.Contains("Link"));
    }

    [Fact]
    public async Task A_change_on_the_basis_of_an_older_state_is_refused_with_the_newer_one()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var seen = await StateAsync(client, "/api/passages/5");
        await ChangeAsync(client, HttpMethod.Put, "/api/passages/5/status", "/api/passages/5", new { status = "accepted" });

        using var late = await SendAsync(client, HttpMethod.Put, "/api/passages/5/status", seen, new { status = "rejected" });

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(await StateAsync(client, "/api/passages/5"), late.Headers.ETag!.ToString());
        using var again = await SendAsync(client, HttpMethod.Put, "/api/passages/5/status", late.Headers.ETag.ToString(), new { status = "rejected" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("\"nonsense\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"7f3c1de0-9f0a-4d3a-8a57-3f0e7f6f2c11\"", HttpStatusCode.PreconditionFailed)]
    public async Task A_change_says_what_it_is_based_on(string? state, HttpStatusCode expected)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var answer = await SendAsync(client, HttpMethod.Put, "/api/passages/7/status", state, new { status = "accepted" });

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/passages", "{\"document\":1,\"start\":5,\"end\":5,\"labels\":{\"role\":\"claim\"}}", 400, "greater than")]
    [InlineData("/api/passages", "{\"document\":1,\"start\":0,\"end\":9,\"labels\":{\"role\":\"opinion\"}}", 400, "$.labels.role")]
    [InlineData("/api/passages", "{\"document\":1,\"start\":0,\"end\":9,\"labels\":{\"role\":7}}", 400, "$.labels.role")]
    [InlineData("/api/passages", "not JSON", 400, "JSON")]
    [InlineData("/api/passages", "{\"document\":999,\"start\":0,\"end\":9,\"labels\":{\"role\":\"claim\"}}", 404, "document")]
    [InlineData("/api/relations", "{\"from\":1,\"kind\":\"supports\"}", 400, "toRelation")]
    [InlineData("/api/relations", "{\"from\":1,\"to\":1,\"kind\":\"supports\"}", 422, "")]
    public async Task A_mistake_is_a_problem_that_names_it(string address, string body, int status, string named)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(address, content, Cancellation);
        var problem = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_site_cannot_have_a_browser_change_anything(string header, string value)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        client.DefaultRequestHeaders.Add(header, value);
        using var answer = await client.PostAsync("/api/changes/1/undo", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<JsonElement> ChangeAsync(HttpClient client, HttpMethod method, string address, string thing, object? body)
    {
        using var answer = await SendAsync(client, method, address, await StateAsync(client, thing), body);
        var content = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method} {address}: {content}");
        return JsonDocument.Parse(content).RootElement;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? state, object? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (state is not null)
            request.Headers.TryAddWithoutValidation("If-Match", state);
        return await client.SendAsync(request, Cancellation);
    }

    private static async Task<string> StateAsync(HttpClient client, string thing)
    {
        using var answer = await client.GetAsync(thing, Cancellation);
        return answer.Headers.ETag!.ToString();
    }
}
