using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

/// <summary>What people wrote about a statement stands with it in the report.</summary>
public sealed class ReportAnnotationTests : IAsyncDisposable
{
    private readonly TestSite site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shared_annotations_and_the_name_of_who_accepted_stand_with_the_statement()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var before = await site.ContentAsync(await client.SaveReportAsync());
        var id = before.Reference(before.Sections[0].Items[0].Reference).PassageId;
        var actor = await ReviewerAsync();
        var notes = site.Services.GetRequiredService<NoteEditor>();
        var note = Assert.IsType<EditResult.Done>(await notes.WriteAsync(actor, new NoteTarget.OfPassage(id), new NoteDraft(Motivation.Commenting, "Weigh **this** <b>well</b>."), Cancellation));
        await notes.ReplyAsync(actor, note.Id, "Weighed.", Cancellation);
        await notes.WriteAsync(actor, new NoteTarget.OfPassage(id), new NoteDraft(Motivation.Commenting, "Only for me.", IsPrivate: true), Cancellation);
        await site.Services.GetRequiredService<BulkReview>().DecideAsync(actor, new Dictionary<int, Status> { [id] = Status.Suggested }, Status.Accepted, Cancellation);

        var report = await client.SaveReportAsync(fields: ("Form.Notes", nameof(ReportNotes.All)));
        var without = await client.SaveReportAsync(fields: ("Form.Notes", nameof(ReportNotes.Resolved)));

        var content = await site.ContentAsync(report);
        var item = content.Sections.SelectMany(section => section.Items).First(item => content.Reference(item.Reference).PassageId == id);
        Assert.Equal("The Reviewer", content.Reference(item.Reference).DecidedBy);
        Assert.Equal("Weighed.", Assert.Single(Assert.Single(item.Notes).Replies).Body);
        var html = Encoding.UTF8.GetString(await client.DownloadReportAsync(report, "html"));
        Assert.Contains("accepted by The Reviewer", html, StringComparison.Ordinal);
        Assert.Contains("Weigh <strong>this</strong> &lt;b&gt;well&lt;/b&gt;.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for me", html, StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(await client.DownloadReportAsync(report, "docx")), isEditable: false);
        Assert.Contains("Weigh this <b>well</b>.", word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.InnerText, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, Cancellation).Select(error => error.Description));
        Assert.DoesNotContain("Weigh", Encoding.UTF8.GetString(await client.DownloadReportAsync(without, "html")), StringComparison.Ordinal);
        Assert.NotEmpty(await client.DownloadReportAsync(report, "pdf"));
    }

    [Fact]
    public async Task Annotations_are_chosen_from_a_list()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var before = await site.ContentAsync(await client.SaveReportAsync());
        var id = before.Reference(before.Sections[0].Items[0].Reference).PassageId;
        var notes = site.Services.GetRequiredService<NoteEditor>();
        var actor = await ReviewerAsync();
        var chosen = Assert.IsType<EditResult.Done>(await notes.WriteAsync(actor, new NoteTarget.OfPassage(id), new NoteDraft(Motivation.Commenting, "The one."), Cancellation));
        await notes.WriteAsync(actor, new NoteTarget.OfPassage(id), new NoteDraft(Motivation.Commenting, "Another."), Cancellation);

        var form = await client.GetStringAsync("/reports/new", Cancellation);
        var report = await client.SaveReportAsync(fields: [("Form.Notes", nameof(ReportNotes.Chosen)), ("Form.ChosenNotes", chosen.Id.ToString(CultureInfo.InvariantCulture))]);

        Assert.Contains($"name=\"Form.ChosenNotes\" value=\"{chosen.Id}\"", form, StringComparison.Ordinal);
        var content = await site.ContentAsync(report);
        Assert.Equal(["The one."], content.Sections.SelectMany(section => section.Items).SelectMany(item => item.Notes).Select(note => note.Body).Distinct());
    }

    [Fact]
    public async Task Editing_a_report_keeps_its_document_and_its_annotations_however_many_came_after()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var whole = await site.ContentAsync(await client.SaveReportAsync());
        var passage = whole.References[0];
        var (chosen, document) = (await WriteNotesAsync(passage.PassageId), whole.DocumentOf(passage).Id.ToString(CultureInfo.InvariantCulture));
        var report = await client.SaveReportAsync(fields:
        [
            ("Form.Document", document), ("Form.Notes", nameof(ReportNotes.Chosen)), ("Form.ChosenNotes", chosen.ToString(CultureInfo.InvariantCulture)),
        ]);
        await AddDocumentsAsync();

        var page = await client.GetStringAsync($"/reports/{report}/edit", Cancellation);

        Assert.Matches($"<option value=\"{document}\" selected", page);
        Assert.Matches($"name=\"Form.ChosenNotes\" value=\"{chosen}\" checked", page);
        Assert.DoesNotContain("Nobody has written a shared note", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annotation_on_evidence_stands_below_it_in_every_format_and_marks_the_statement_as_changed()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync(fields: ("Form.Notes", nameof(ReportNotes.All)));
        var before = await site.ContentAsync(id);
        var stated = before.Sections.SelectMany(section => section.Items).Select(item => item.Reference).ToHashSet();
        var below = before.Sections.SelectMany(section => section.Items).SelectMany(item => item.Evidence).First(link => !stated.Contains(link.Reference));
        await site.Services.GetRequiredService<NoteEditor>().WriteAsync(
            await ReviewerAsync(), new NoteTarget.OfPassage(before.Reference(below.Reference).PassageId), new NoteDraft(Motivation.Commenting, "Weighty evidence."), Cancellation);

        await client.RefreshReportAsync(id);

        var after = await site.ContentAsync(id);
        var item = after.Sections.SelectMany(section => section.Items).First(item => item.Evidence.Any(link => link.Reference == below.Reference));
        Assert.Equal(ReportChange.Changed, item.Change);
        Assert.Contains("Weighty evidence.", await client.GetStringAsync($"/reports/{id}", Cancellation), StringComparison.Ordinal);
        foreach (var format in new[] { "html", "md", "csv", "json" })
            Assert.Contains("Weighty evidence.", Encoding.UTF8.GetString(await client.DownloadReportAsync(id, format)), StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(new MemoryStream(await client.DownloadReportAsync(id, "docx")), isEditable: false);
        Assert.Contains("Weighty evidence.", word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.InnerText, StringComparison.Ordinal);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, Cancellation).Select(error => error.Description));
        using var book = SpreadsheetDocument.Open(new MemoryStream(await client.DownloadReportAsync(id, "xlsx")), isEditable: false);
        Assert.Contains("Weighty evidence.", book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText, StringComparison.Ordinal);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await client.DownloadReportAsync(id, "pdf"));
        Assert.Contains("Weightyevidence.", string.Concat(pdf.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))).Squeezed(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task What_office_files_cannot_hold_makes_none_of_them_impossible(string format)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var before = await site.ContentAsync(await client.SaveReportAsync());
        var id = before.Reference(before.Sections[0].Items[0].Reference).PassageId;
        await site.ChangeAsync(id, passage => (passage.Attribution, passage.AttributedTo) = (AttributionKind.Reported, "scep\u000Btics"));
        var note = await WriteNotesAsync(id);
        await using (var context = await site.OpenAsync())
        {
            // Longer than a cell, whose end would be in the middle of a character.
            (await context.Annotations.SingleAsync(row => row.Id == note, Cancellation)).Body = string.Concat(Enumerable.Repeat("\U0001F600", 17_000));
            await context.SaveChangesAsync(Cancellation);
        }

        var file = new MemoryStream(await client.DownloadReportAsync(await client.SaveReportAsync(fields: ("Form.Notes", nameof(ReportNotes.All))), format));

        using OpenXmlPackage package = format == "docx" ? WordprocessingDocument.Open(file, isEditable: false) : SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package, Cancellation).Select(error => error.Description));
        var root = package is WordprocessingDocument word ? (OpenXmlElement)word.MainDocumentPart!.Document!.Body! : ((SpreadsheetDocument)package).WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Contains("scep\uFFFDtics", root.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain(root.InnerText.EnumerateRunes().Zip(root.InnerText.EnumerateRunes().Skip(1)), pair => pair.First.Value == 0x1F600 && pair.Second.Value == 0xFFFD);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <returns>The first, which is on a passage; all that follow are on words, and more than a list holds.</returns>
    private async Task<int> WriteNotesAsync(int passage)
    {
        var actor = await ReviewerAsync();
        var first = Assert.IsType<EditResult.Done>(await site.Services.GetRequiredService<NoteEditor>().WriteAsync(
            actor, new NoteTarget.OfPassage(passage), new NoteDraft(Motivation.Commenting, "The one."), Cancellation));
        await using var context = await site.OpenAsync();
        var note = await context.Annotations.SingleAsync(row => row.Id == first.Id, Cancellation);
        context.AddRange(Enumerable.Range(0, 250).Select(number => new Annotation
        {
            DocumentId = note.DocumentId,
            VersionId = note.VersionId,
            Motivation = Motivation.Commenting,
            Body = $"On words {number}",
            AuthorId = actor.PersonId,
            CreatedAt = note.CreatedAt,
            ModifiedAt = note.ModifiedAt,
            Spans = note.Spans,
        }));
        await context.SaveChangesAsync(Cancellation);
        return first.Id;
    }

    /// <summary>So many that stand before all others that a list by title does not reach these.</summary>
    private async Task AddDocumentsAsync()
    {
        await using var context = await site.OpenAsync();
        var now = TestSite.Now.UtcDateTime;
        context.AddRange(Enumerable.Range(0, 250).Select(number => new DocumentVersion
        {
            Document = new Document { Title = $"0 {number}", Source = "0.txt", CurrentVersion = 1, ImportedAt = now },
            Number = 1,
            ContentHash = number.ToString("x64", CultureInfo.InvariantCulture),
            MediaType = "text/plain",
            Words = 1,
            ImportedAt = now,
            Text = new() { Text = "Words.", Blocks = [] },
            Original = new() { Content = [1] },
            Sketch = new() { Values = [] },
        }));
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<Actor> ReviewerAsync()
    {
        await using var context = await site.OpenAsync();
        var person = await context.Users.SingleAsync(person => person.UserName == SignIns.NameOf(PersonRole.Reviewer), Cancellation);
        return new Actor(person.Id, person.DisplayName, person.Role);
    }
}
