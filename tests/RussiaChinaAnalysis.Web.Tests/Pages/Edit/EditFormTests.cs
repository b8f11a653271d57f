using System.Net;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Edit;

public sealed class EditFormTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("decide", "status", null)]
    [InlineData("decide", "status", "Perhaps")]
    [InlineData("label", "Role", null)]
    [InlineData("label", "Role", "Verdict")]
    [InlineData("merge", "other", "17")]
    public async Task A_field_that_is_missing_or_cannot_be_read_is_named_and_nothing_is_changed(string form, string field, string? value)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var before = await client.GetStringAsync("/passages/1", Cancellation);
        List<(string, string)> fields = [("id", "1"), ("token", before.Between("name=\"token\" value=\"", "\""))];
        if (value is not null)
            fields.Add((field, value));

        using var answer = await client.SubmitAsync("/passages/1", $"/edit/passages/{form}", Cancellation, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"field “{field}” is missing or cannot be read", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
        Assert.Equal(before.Between("class=\"facts\"", "</ul>"), (await client.GetStringAsync("/passages/1", Cancellation)).Between("class=\"facts\"", "</ul>"));
    }

    [Theory]
    [InlineData("write", "passage", "1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("reply", "id", "999999", HttpStatusCode.NotFound)]
    public async Task The_words_of_a_note_that_is_not_stored_are_given_back(string form, string field, string value, HttpStatusCode status)
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        var body = "Is <this> so?" + new string('!', form == "write" ? Annotation.LongestBody : 0);

        using var answer = await client.SubmitAsync("/passages/1", $"/edit/notes/{form}", Cancellation, (field, value), ("motivation", "Commenting"), ("body", body));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, WebUtility.HtmlDecode((await answer.Content.ReadAsStringAsync(Cancellation)).Between("<textarea id=\"written\" rows=\"8\" readonly>", "</textarea>")));
    }

    [Fact]
    public async Task Ticked_passages_are_accepted_together()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);

        using var answer = await client.SubmitAsync(
            "/claims", "/edit/passages/many", Cancellation, ("ticked", "2:Suggested"), ("ticked", "3:Suggested"), ("status", "Accepted"), ("back", "/claims"));
        using var again = await client.SubmitAsync(
            "/claims", "/edit/passages/many", Cancellation, ("ticked", "2:Suggested"), ("status", "Rejected"), ("back", "/claims"));

        answer.EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("decided differently meanwhile", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
