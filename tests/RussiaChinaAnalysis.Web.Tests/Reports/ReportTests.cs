using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

public sealed class ReportTests : IAsyncDisposable
{
    private readonly TestSite site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_kept_in_versions_and_a_refreshed_one_marks_what_changed()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync(fields: ("Form.Grouping", nameof(ReportGrouping.Document)));
        var before = await site.ContentAsync(id);
        var changed = before.Reference(before.Sections[0].Items[0].Reference);
        var removed = before.Reference(before.Sections[0].Items[^1].Reference);
        await site.ChangeAsync(changed.PassageId, passage => passage.Status = Status.Accepted);
        await site.ChangeAsync(removed.PassageId, passage => passage.Status = Status.Rejected);

        await client.RefreshReportAsync(id);

        var after = await site.ContentAsync(id);
        Assert.Equal(2, after.Edition!.Version);
        Assert.Equal("The Reviewer", after.Edition.SavedBy);
        Assert.Equal(ReportChange.Changed, after.Sections.SelectMany(section => section.Items).First(item => after.Reference(item.Reference).PassageId == changed.PassageId).Change);
        Assert.Contains(removed.Quote, after.Removed);
        var page = await client.GetStringAsync($"/reports/{id}", Cancellation);
        Assert.Contains("Changed", page, StringComparison.Ordinal);
        Assert.Contains(ReportWords.Removed, page, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportWords.Removed, await client.GetStringAsync($"/reports/{id}?version=1", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_grouping_holds_every_claim()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        foreach (var grouping in new[] { ReportGrouping.Theme, ReportGrouping.Document, ReportGrouping.Thesis })
        {
            var content = await site.ContentAsync(await client.SaveReportAsync(fields: ("Form.Grouping", grouping.ToString())));
            await using var context = await site.OpenAsync();
            var claims = await context.Passages.Where(passage => passage.Role == Role.Claim && passage.Status != Status.Rejected).Select(passage => passage.Id).ToListAsync(Cancellation);
            var stated = content.Sections.SelectMany(section => section.Items).Select(item => content.Reference(item.Reference).PassageId).ToHashSet();

            Assert.Superset(claims.ToHashSet(), stated);
        }
    }

    [Fact]
    public async Task Sections_by_hand_stand_in_the_order_that_was_given()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        await using var context = await site.OpenAsync();
        var ids = await context.Passages.Where(passage => passage.Role == Role.Claim).OrderBy(passage => passage.Id).Select(passage => passage.Id).Take(3).ToListAsync(Cancellation);

        var content = await site.ContentAsync(await client.SaveReportAsync(fields:
        [
            ("Form.Grouping", nameof(ReportGrouping.Hand)), ("Form.HandSections", $"# Second\n{ids[2]} {ids[0]}\n# Third\n{ids[1]}"),
        ]));

        Assert.Equal(["Second", "Third"], content.Sections.Select(section => section.Title));
        Assert.Equal([ids[2], ids[0]], content.Sections[0].Items.Select(item => content.Reference(item.Reference).PassageId));
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_said_and_nothing_is_lost()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        using var form = new FormUrlEncodedContent(
        [
            new("Form.Title", " "), new("Form.Summary", "Kept words"), new("Form.Grouping", "Hand"), new("Form.HandSections", "<x>"), new("Form.Selection", "role=nonsense"),
            new("__RequestVerificationToken", await client.FormTokenAsync("/reports/new", Cancellation)),
        ]);
        using var answer = await client.PostAsync("/reports/new?handler=Save", form, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The report needs a title.", page, StringComparison.Ordinal);
        Assert.Contains("“&lt;x&gt;” is no number of a passage", page, StringComparison.Ordinal);
        Assert.Contains("“nonsense” is no value of role", page, StringComparison.Ordinal);
        Assert.Contains("Kept words", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Title", "Find\u2060ings", "The title holds a character that cannot be seen")]
    [InlineData("Form.Authors", "A\u200Bda", "The name of the author")]
    [InlineData("Form.HandSections", "# Fir\u200Bst\n1", "The title of the section")]
    public async Task A_character_that_cannot_be_seen_is_refused(string field, string value, string problem)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var fields = new Dictionary<string, string>
        {
            ["Form.Title"] = "Findings",
            ["Form.Grouping"] = nameof(ReportGrouping.Hand),
            ["Form.HandSections"] = "# First\n1",
            [field] = value,
            ["__RequestVerificationToken"] = await client.FormTokenAsync("/reports/new", Cancellation),
        };
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync("/reports/new?handler=Save", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(problem, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_somebody_else_saved_is_not_overwritten_unseen()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        using var form = new FormUrlEncodedContent(
        [
            new("Form.Title", "Mine"), new("Form.Grouping", "Theme"), new("Form.Token", Guid.NewGuid().ToString()),
            new("__RequestVerificationToken", await client.FormTokenAsync($"/reports/{id}/edit", Cancellation)),
        ]);
        using var answer = await client.PostAsync($"/reports/{id}/edit?handler=Save", form, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Somebody else saved version 1", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, (await site.ContentAsync(id)).Edition!.Version);
    }

    [Fact]
    public async Task Readers_read_and_download_but_save_nothing()
    {
        using var reviewer = await site.ClientAsync(PersonRole.Reviewer);
        var id = await reviewer.SaveReportAsync();
        using var editor = await site.ClientAsync(PersonRole.Editor);

        Assert.Contains("Findings &amp; &lt;doubts&gt;", await editor.GetStringAsync($"/reports/{id}", Cancellation), StringComparison.Ordinal);
        Assert.NotEmpty(await editor.DownloadReportAsync(id, "pdf"));
        using var builder = await editor.GetAsync("/reports/new", Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, builder.StatusCode);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await editor.FormTokenAsync("/reports/verify", Cancellation))]);
        using var refresh = await editor.PostAsync($"/reports/{id}?handler=Refresh", form, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refresh.StatusCode);
    }

    [Theory]
    [InlineData("/reports/999")]
    [InlineData("/reports/999/edit")]
    [InlineData("/reports/999/download/pdf")]
    [InlineData("/exchange/nonsense")]
    [InlineData("/documents/999/map")]
    [InlineData("/made/6f1d1c5e-0000-0000-0000-000000000000")]
    public async Task What_is_not_there_is_said_to_be_missing(string address)
    {
        using var client = await site.ClientAsync(PersonRole.Administrator);
        using var answer = await client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Progress_is_told_on_the_way_and_the_file_fetched_once()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();

        var events = await client.GetStringAsync($"/reports/{id}/progress/docx", Cancellation);

        Assert.Contains("event: progress", events, StringComparison.Ordinal);
        var address = events[events.IndexOf("/made/", StringComparison.Ordinal)..].Split('"')[0];
        Assert.Equal(await client.DownloadReportAsync(id, "docx"), await client.GetByteArrayAsync(address, Cancellation));
        using var again = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task The_map_of_an_essay_is_a_picture_and_an_outline_of_the_same()
    {
        using var client = site.CreateClient();
        var page = await client.GetStringAsync("/documents/1/map", Cancellation);

        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"map-description\">", page, StringComparison.Ordinal);
        // Each passage stands once in the picture and once in the outline.
        Assert.Equal(0, (page.Split("<a href=\"/passages/").Length - 1) % 2);
        Assert.Equal(await client.GetStringAsync("/documents/1/map", Cancellation), page);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
