using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Import;

/// <summary>What a revision does to what people said of the document, and to a version that somebody else has brought in.</summary>
public sealed class RevisedDetailsTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_revision_keeps_what_was_corrected_and_takes_what_is_corrected_now()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(Essay("wells.md", "Wells should be dug, because rivers run dry. In 2023 four of them did."));
        var file = visit.FileNumber("wells.md");
        await visit.StoreAsync(($"title-{file}", "On wells"), ($"author-{file}", "A. Digger"));

        await visit.HandInFilesAsync(Essay("wells.md", "Wells should be dug, because rivers run dry. In 2023 five of them did."));
        file = visit.FileNumber("wells.md");
        Assert.Contains($"name=\"title-{file}\" value=\"On wells\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"A. Digger\"", visit.Page, StringComparison.Ordinal);
        await visit.StoreAsync(($"published-{file}", "2024-05"));

        var document = await DocumentAsync("wells.md");
        Assert.Equal(("On wells", "A. Digger", "2024-05", 2), (document.Title, document.Author, document.Published, document.CurrentVersion));
    }

    [Fact]
    public async Task Stored_as_a_document_of_its_own_it_is_called_what_its_file_says()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(Essay("moors.md", "Moors should be left alone, because birds live there. In 2023 four kinds did."));
        await visit.StoreAsync(($"title-{visit.FileNumber("moors.md")}", "On moors"));

        await visit.HandInFilesAsync(Essay("moors.md", "Moors should be left alone, because birds live there. In 2023 five kinds did."));
        await visit.StoreAsync(($"as-{visit.FileNumber("moors.md")}", "new"));

        await using var context = await OpenAsync();
        Assert.Equal(["Draft", "On moors"], await context.Documents.Where(document => document.Source == "moors.md").Select(document => document.Title).Order().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Who_saw_a_version_that_is_no_longer_the_current_one_sees_what_would_change_now()
    {
        using var ada = await ImportVisit.ToAsync(site);
        using var ben = await ImportVisit.ToAsync(site);
        await ada.HandInFilesAsync(Essay("tolls.md", "Tolls should fall, because roads are paid for. In 2023 they rose by 4 percent."));
        await ada.StoreAsync();
        await ada.HandInFilesAsync(Essay("tolls.md", "Tolls should fall, because roads are paid for. In 2023 they rose by 5 percent."));
        await ben.HandInFilesAsync(Essay("tolls.md", "Tolls should fall, because roads are paid for. In 2023 they rose by 6 percent."));
        await ben.StoreAsync();

        var status = await ada.StoreAsync();

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("A new version of this document came in meanwhile", ada.Page, StringComparison.Ordinal);
        Assert.Contains("<del>6</del> <ins>5</ins>", ada.Page, StringComparison.Ordinal);
        Assert.Equal(2, (await DocumentAsync("tolls.md")).CurrentVersion);
        await ada.StoreAsync();
        Assert.Equal(3, (await DocumentAsync("tolls.md")).CurrentVersion);
    }

    [Fact]
    public async Task Two_files_of_one_import_do_not_become_versions_of_one_document()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(Essay("locks.md", "Locks should be mended, because ships wait. In 2023 they waited 4 days."));
        await visit.StoreAsync();
        await visit.HandInFilesAsync(
            Essay("locks.md", "Locks should be mended, because ships wait. In 2023 they waited 5 days."),
            Essay("more/locks.md", "Locks should be mended, because ships wait. In 2023 they waited 6 days."));

        Assert.Equal(HttpStatusCode.BadRequest, await visit.StoreAsync());

        Assert.Contains("Another file above is to be a new version of the same document", visit.Page, StringComparison.Ordinal);
        Assert.Equal(1, (await DocumentAsync("locks.md")).CurrentVersion);
        await visit.StoreAsync(($"as-{visit.FileNumber("more/locks.md")}", "leave-out"));
        Assert.Equal(2, (await DocumentAsync("locks.md")).CurrentVersion);
    }

    [Fact]
    public async Task The_preview_reads_the_file_in_the_language_that_was_stated_for_the_document()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(Essay("sluices.md", "Sluices should open, because water rises. In 2023 it rose by 4 metres."));
        await visit.StoreAsync(($"language-{visit.FileNumber("sluices.md")}", "sw"));

        await visit.HandInFilesAsync(Essay("sluices.md", "Sluices should open, because water rises. In 2023 it rose by 5 metres."));

        Assert.Contains("value=\"sw\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("0 new", visit.Page, StringComparison.Ordinal);
        var status = await visit.StoreAsync(($"language-{visit.FileNumber("sluices.md")}", "en"));
        // In the other language the changes are others, so they are shown first.
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("3 new", visit.Page, StringComparison.Ordinal);
        Assert.Equal(1, (await DocumentAsync("sluices.md")).CurrentVersion);
        await visit.StoreAsync();
        var document = await DocumentAsync("sluices.md");
        Assert.Equal((2, "en"), (document.CurrentVersion, document.Language));
    }

    [Fact]
    public async Task A_file_that_can_no_longer_be_read_is_named_and_can_be_left_out()
    {
        using var visit = await ImportVisit.ToAsync(site);
        await visit.HandInFilesAsync(Essay("quays.md", "Quays should be longer, because ships are. In 2023 they were 400 metres long."));
        await visit.StoreAsync();
        await visit.HandInFilesAsync(Essay("quays.md", "Quays should be longer, because ships are. In 2023 they were 420 metres long."));
        var file = visit.FileNumber("quays.md");
        await using (var context = await OpenAsync())
        {
            await context.Set<StagedFile>().Where(staged => staged.FileId == file)
                .ExecuteUpdateAsync(staged => staged.SetProperty(row => row.Content, new byte[] { 0, 1, 2, 0 }), Cancellation);
        }

        await visit.StoreAsync(($"language-{file}", "fr"));
        Assert.Contains("This file could not be read anew", visit.Page, StringComparison.Ordinal);
        await visit.StoreAsync(($"as-{file}", "leave-out"));

        Assert.Contains("Left out.", visit.Page, StringComparison.Ordinal);
    }

    private static (string Name, byte[] Content) Essay(string name, string text) =>
        (name, Encoding.UTF8.GetBytes($"---\ntitle: Draft\nauthor: Unknown\nlanguage: en\n---\n\n{text}\n"));

    private Task<CorpusContext> OpenAsync() => site.Services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);

    private async Task<Document> DocumentAsync(string source)
    {
        await using var context = await OpenAsync();
        return await context.Documents.SingleAsync(document => document.Source == source, Cancellation);
    }
}
