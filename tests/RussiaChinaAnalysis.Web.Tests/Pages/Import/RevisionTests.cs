using System.Net;
using System.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Import;

public sealed class RevisionTests(TestSite site) : IClassFixture<TestSite>
{
    private const string First = "# On lighthouses\n\nLighthouses should be kept, because ships still need them at night. In 2023 the lamps failed 12 times.\n\nNobody has asked the keepers so far.\n";

    private const string Second = "# On lighthouses\n\nLighthouses should be kept, because ships still need them at night. In 2023 the lamps failed 14 times.\n\nA vote on the matter is planned for next year.\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revision_is_shown_passage_by_passage_before_it_is_stored_and_afterwards()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("lighthouses.md", Bytes(First)));
        await visit.StoreAsync();

        await visit.HandInFilesAsync(("lighthouses.md", Bytes(Second)));

        Assert.Contains("What would change", visit.Page, StringComparison.Ordinal);
        Assert.Contains("<del>12</del> <ins>14</ins>", visit.Page, StringComparison.Ordinal);
        Assert.Contains("<ins>A vote on the matter is planned for next year.</ins>", visit.Page, StringComparison.Ordinal);

        await visit.StoreAsync();

        Assert.Contains("On lighthouses</a>, version 2", visit.Page, StringComparison.Ordinal);
        using var client = site.CreateClient();
        var document = visit.Page[(visit.Page.IndexOf("/documents/", StringComparison.Ordinal) + "/documents/".Length)..];
        document = document[..document.IndexOf('"', StringComparison.Ordinal)];
        var versions = await client.GetStringAsync($"/documents/{document}/versions", Cancellation);
        Assert.Contains("Version 2</a> (current)", versions, StringComparison.Ordinal);
        Assert.Contains("1 altered", versions, StringComparison.Ordinal);
        var former = await client.GetStringAsync($"/documents/{document}/versions/1", Cancellation);
        Assert.Contains("In 2023 the lamps failed 12 times.", former, StringComparison.Ordinal);
        var latest = await client.GetStringAsync($"/documents/{document}/versions/2", Cancellation);
        Assert.Contains("<del>12</del> <ins>14</ins>", latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_may_say_of_which_document_a_file_is_a_new_version_and_sees_the_changes_first()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("windmills.md", Bytes("# On windmills\n\nWindmills should turn. They grind corn well.\n")));
        await visit.StoreAsync();
        await visit.HandInFilesAsync(("other.md", Bytes("# Mills\n\nMills of every kind should be built anew.\n")));
        var file = visit.FileNumber("other.md");

        await visit.StoreAsync(($"as-{file}", "revision"), ($"of-{file}", "987654"));
        Assert.Contains("There is no document “987654”", visit.Page, StringComparison.Ordinal);
        await visit.StoreAsync(($"as-{file}", "revision"), ($"of-{file}", "1"));
        Assert.Contains("What would change", visit.Page, StringComparison.Ordinal);
        await visit.StoreAsync();

        Assert.Contains(", version 2", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_selected_in_a_page_with_a_former_version_become_no_passage_and_no_note()
    {
        const string essay = "# On canals\n\nCanals should be dug deeper, because barges run aground in summer. Nobody has counted them.\n";
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("canals.md", Bytes(essay)));
        await visit.StoreAsync();
        var address = $"/documents/{visit.Page.Between("href=\"/documents/", "\"")}";
        using var client = await site.ClientAsync(PersonRole.Editor);
        var version = (await client.GetStringAsync(address, Cancellation)).Between("data-version=\"", "\"");
        await visit.HandInFilesAsync(("canals.md", Bytes(essay.Replace("Canals should", "In this country canals should", StringComparison.Ordinal))));
        await visit.StoreAsync();
        List<(string, string)> fields = [("document", address["/documents/".Length..]), ("version", version), ("start", "11"), ("end", "26")];

        using var passage = await client.SubmitAsync(address, "/edit/passages/create", Cancellation, [.. fields, ("role", "Claim")]);
        using var note = await client.SubmitAsync(address, "/edit/notes/write", Cancellation, [.. fields, ("motivation", "Commenting"), ("body", "How deep?")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (passage.StatusCode, note.StatusCode));
        Assert.Contains("A new version of this essay came in meanwhile", await passage.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("version 2", await client.GetStringAsync(address, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_that_do_not_exist_are_not_found_and_readers_put_nothing_away()
    {
        using var reader = await site.ClientAsync(PersonRole.Reader);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/documents/999999/versions", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/documents/1/versions/99", Cancellation)).StatusCode);
        Assert.DoesNotContain("Put away", await reader.GetStringAsync("/documents/1/versions", Cancellation), StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
