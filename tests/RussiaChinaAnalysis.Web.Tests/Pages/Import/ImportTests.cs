using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Import;

public sealed partial class ImportTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pasted_text_is_shown_first_and_stored_when_it_is_confirmed()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInTextAsync("On <i>cats</i>", "Cats <b>should</b> sleep. They purr because they are content.");

        Assert.Contains("What was found", visit.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"On &lt;i&gt;cats&lt;/i&gt;\"", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("cats", await DocumentsAsync(), StringComparison.Ordinal);

        await visit.StoreAsync();

        Assert.Contains("1 of 1 file imported", visit.Page, StringComparison.Ordinal);
        var list = await DocumentsAsync();
        Assert.Contains("On &lt;i&gt;cats&lt;/i&gt;", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>cats", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_corrects_is_stored()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("horses.md", Bytes("---\ntitle: Horsez\nauthor: A. Ryder\n---\n\nHorses run. They should be fed.\n")));
        var file = visit.FileNumber("horses.md");
        Assert.Contains("value=\"Horsez\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"A. Ryder\"", visit.Page, StringComparison.Ordinal);

        await visit.StoreAsync(($"title-{file}", "Horses"), ($"author-{file}", "A. Rider"));

        var list = await DocumentsAsync();
        Assert.Contains("A. Rider", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Horsez", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_very_many_files_can_be_confirmed_and_its_fields_do_not_stand_in_the_way_of_calling_it_off()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("otters.txt", Bytes("Otters swim. They should be left alone.")));
        Assert.Matches("<form[^>]*handler=Cancel[^>]*>\\s*<input[^>]*__RequestVerificationToken[^>]*>\\s*</form>", visit.Page);
        // As many as of two full archives.
        var others = Enumerable.Range(1_000_000, 4_000).SelectMany(file => new[] { "title", "author", "published", "language", "as", "of", "seen", "shown" }.Select(field => ($"{field}-{file}", "x")));

        var status = await visit.StoreAsync([.. others]);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("1 of 1 file imported", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_is_not_stored_twice()
    {
        using var visit = await ImportVisit.ToAsync(site);
        var dogs = ("dogs.txt", Bytes("Dogs bark. They should be walked."));
        await visit.HandInFilesAsync(dogs);
        await visit.StoreAsync();

        await visit.HandInFilesAsync(dogs);

        Assert.Contains("Unchanged", visit.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/documents/", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Store<", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearly_the_same_text_is_named_with_a_link()
    {
        using var visit = await ImportVisit.ToAsync(site);
        var essay = string.Join(' ', Enumerable.Range(1, 40).Select(number => $"The ferry of year {number} was slower than the one before it."));
        await visit.HandInFilesAsync(("ferries.txt", Bytes(essay)));
        await visit.StoreAsync();

        await visit.HandInFilesAsync(("other-name.txt", Bytes(essay + " It will be faster.")));

        Assert.Matches("9[0-9]\\s?% of the wording is also in <a href=\"/documents/[0-9]+\">Ferries</a>", visit.Page);
    }

    [Fact]
    public async Task Each_file_is_answered_for_by_name()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("empty.txt", []), ("program.exe", Bytes("MZ")), ("birds.txt", Bytes("Birds sing. That is why they should be fed.")));
        await visit.StoreAsync();

        Assert.Contains("1 of 3 files imported", visit.Page, StringComparison.Ordinal);
        Assert.All(["empty.txt holds no text", "program.exe has an ending", "birds.txt"], text => Assert.Contains(text, visit.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_files_are_handed_in_and_confirmed_at_once()
    {
        const int Many = 60;
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync([.. Enumerable.Range(1, Many).Select(number => ($"letter-{number}.txt", Bytes($"Letter {number} should be answered.")))]);

        Assert.Equal(HttpStatusCode.OK, await visit.StoreAsync());

        Assert.Contains($"{Many} of {Many} files imported", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_files_together_may_be_larger_than_one_may_be()
    {
        using var visit = await ImportVisit.ToAsync(site);
        var zeros = new byte[8 * 1024 * 1024];

        Assert.Equal(HttpStatusCode.OK, await visit.HandInFilesAsync(
            ("one.txt", zeros), ("herons.txt", Bytes("Herons fish. They should be left to it.")), ("two.txt", zeros)));
        await visit.StoreAsync();

        Assert.Contains("1 of 3 files imported", visit.Page, StringComparison.Ordinal);
        Assert.All(["one.txt", "herons.txt", "two.txt"], name => Assert.Contains(name, visit.Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_is_unpacked_and_none_of_its_names_leads_outside()
    {
        using var visit = await ImportVisit.ToAsync(site);
        var archive = Zip(
            ("../../bees.txt", "Bees hum. They should be kept."),
            ("deeper/wasps.txt", "Wasps sting. They should not be kept."),
            ("inner.zip", "PK"),
            ("__MACOSX/x.txt", "Nothing for people."));
        await visit.HandInFilesAsync(("insects.zip", archive));

        Assert.Contains("insects/bees.txt", visit.Page, StringComparison.Ordinal);
        Assert.Contains("insects/deeper/wasps.txt", visit.Page, StringComparison.Ordinal);
        Assert.Contains("archive within an archive", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("..", visit.Page[visit.Page.IndexOf("<main", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("MACOSX", visit.Page, StringComparison.Ordinal);

        await visit.StoreAsync();

        Assert.Contains("2 of 3 files imported", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_called_off_is_not_stored()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("storks.txt", Bytes("Storks clatter. They should nest.")));
        await visit.CancelAsync();

        Assert.Contains("Called off before it was stored.", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Storks", await DocumentsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_left_out_is_not_stored()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("owls.txt", Bytes("Owls hoot. They should be heard.")), ("crows.txt", Bytes("Crows caw. They should be seen.")));
        await visit.StoreAsync(($"as-{visit.FileNumber("owls.txt")}", "leave-out"));

        Assert.Contains("1 of 2 files imported", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Owls", await DocumentsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_is_a_mistake()
    {
        using var visit = await ImportVisit.ToAsync(site);

        Assert.Equal(HttpStatusCode.BadRequest, await visit.HandInFilesAsync());
        Assert.Contains("choose a file or paste a text", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        using var client = await site.ClientAsync(PersonRole.Editor);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Text", "Anything.")]);
        using var answer = await client.PostAsync("/import", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_progress_ends_when_nothing_is_under_way()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(("gulls.txt", Bytes("Gulls cry. They should be fed less.")));
        using var client = await site.ClientAsync(PersonRole.Editor);

        var events = await client.GetStringAsync($"{visit.Address}/progress", Cancellation);

        Assert.Contains("event: end", events, StringComparison.Ordinal);
        using var unknown = await client.GetAsync("/import/999999/progress", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    /// <summary>All pages of the list: other tests store more essays than one page shows.</summary>
    private async Task<string> DocumentsAsync()
    {
        using var client = site.CreateClient();
        var pages = new StringBuilder();
        var address = "/documents";
        while (address is not null)
        {
            var page = await client.GetStringAsync(address, Cancellation);
            pages.Append(page);
            address = NextPage().Match(page) is { Success: true } next ? next.Groups[1].Value : null;
        }

        return pages.ToString();
    }

    [GeneratedRegex("rel=\"next\" href=\"(/documents[^\"]+)\"")]
    private static partial Regex NextPage();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Bytes(text));
            }
        }

        return bytes.ToArray();
    }
}
