using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Tests.Support;
using UglyToad.PdfPig;

namespace RussiaChinaAnalysis.Web.Tests.Reports;

public sealed class ReportFormatTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats() => ["html", "pdf", "docx", "md", "xlsx", "csv", "json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_report_gives_the_same_bytes(string format)
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();

        var first = await client.DownloadReportAsync(id, format);

        Assert.Equal(first, await client.DownloadReportAsync(id, format));
    }

    [Fact]
    public async Task Html_holds_every_passage_and_needs_nothing_beside_it()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);

        var html = Encoding.UTF8.GetString(await client.DownloadReportAsync(id, "html"));

        Assert.All(content.Quotes(), quote => Assert.Contains(System.Net.WebUtility.HtmlEncode(quote), html, StringComparison.Ordinal));
        Assert.Contains("<title>Findings &amp; &lt;doubts&gt;</title>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>we</strong>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;another&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.All(content.References, reference => Assert.Contains($"id=\"ref-{reference.Number}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Word_documents_are_valid_with_headings_footnotes_and_a_table_of_contents()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);

        using var document = WordprocessingDocument.Open(new MemoryStream(await client.DownloadReportAsync(id, "docx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, Cancellation)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal(
            content.Sections.Select(section => section.Title),
            body.Elements<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
                .Select(paragraph => paragraph.InnerText).Where(title => title is not (ReportWords.Figures or ReportWords.Removed or ReportWords.Documents)));
        Assert.Contains(body.Descendants<FieldCode>(), code => code.Text.Contains("TOC", StringComparison.Ordinal));
        var notes = document.MainDocumentPart.FootnotesPart!.Footnotes!.Elements<Footnote>().Select(note => note.InnerText).ToList();
        Assert.All(content.References, reference => Assert.Single(notes, note => note.EndsWith($"({content.DocumentOf(reference).Hash[..12]}), {ReportWords.Characters(reference)}.", StringComparison.Ordinal)));
        Assert.All(content.Documents, quoted => Assert.Contains(quoted.Hash, body.InnerText, StringComparison.Ordinal));
        // Figures are shapes of Word with a text alternative.
        var figures = body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().ToList();
        Assert.Equal(ReportWords.Drawings(content).Select(figure => (figure.Drawing.Title, figure.Drawing.Description)), figures.Select(figure => (figure.Title!.Value!, figure.Description!.Value!)));
        Assert.True(figures.Count > 2);
        Assert.Equal(body.Descendants<FootnoteReference>().Count(), notes.Count - 2);
    }

    [Fact]
    public async Task LibreOffice_makes_a_PDF_of_the_Word_document_that_holds_every_passage()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);
        using var folder = new TemporaryFolder();
        var word = folder.Write("report.docx", await client.DownloadReportAsync(id, "docx"));

        using var office = Process.Start(new ProcessStartInfo("soffice",
            [$"-env:UserInstallation=file://{folder.Child("profile")}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, word])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await office.WaitForExitAsync(Cancellation);

        using var pdf = PdfDocument.Open(folder.Child("report.pdf"));
        var text = string.Concat(pdf.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))).Squeezed();
        Assert.All(content.Sections.SelectMany(section => section.Items), item =>
            Assert.True(HoldsAll(text, content.Reference(item.Reference).Quote.Squeezed()), content.Reference(item.Reference).Quote));
        Assert.All(content.Sections, section => Assert.Contains(section.Title.Squeezed(), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_text_of_a_PDF_comes_out_in_the_order_of_reading()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);

        var file = await client.DownloadReportAsync(id, "pdf");

        using var pdf = PdfDocument.Open(file);
        // In the order in which the file draws it, which is the order of its tags.
        var text = string.Concat(pdf.GetPages().Select(page => string.Concat(page.Letters.Where(letter => !IsPageNumber(page, letter.Location.Y)).Select(letter => letter.Value)))).Squeezed();
        var at = 0;
        foreach (var section in content.Sections)
        {
            at = IndexAfter(text, section.Title.Squeezed(), at);
            foreach (var item in section.Items)
            {
                at = IndexAfter(text, content.Reference(item.Reference).Quote.Squeezed(), at);
                foreach (var link in item.Evidence.Concat(item.Counter))
                    at = IndexAfter(text, content.Reference(link.Reference).Quote.Squeezed(), at);
            }
        }

        Assert.Contains("Борис", text, StringComparison.Ordinal);
        // Fonts of the machine have these letters, or the file says that it lacks them.
        foreach (var (words, code) in new[] { ("北京", "U+5317"), ("モスクワ", "U+30E2"), ("서울", "U+C11C") })
            Assert.True(text.Contains(words, StringComparison.Ordinal) != text.Contains(code, StringComparison.Ordinal), words);
        Assert.Contains("/Marked true", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_and_tables_hold_every_statement_with_its_exact_place()
    {
        using var client = await site.ClientAsync(PersonRole.Reviewer);
        var id = await client.SaveReportAsync();
        var content = await site.ContentAsync(id);

        using var json = JsonDocument.Parse(await client.DownloadReportAsync(id, "json"));
        var references = json.RootElement.GetProperty("report").GetProperty("references").EnumerateArray().ToList();
        var csv = Encoding.UTF8.GetString(await client.DownloadReportAsync(id, "csv"));
        var markdown = Encoding.UTF8.GetString(await client.DownloadReportAsync(id, "md"));
        using var book = SpreadsheetDocument.Open(new MemoryStream(await client.DownloadReportAsync(id, "xlsx")), isEditable: false);

        Assert.Equal(content.Quotes(), references.Select(reference => reference.GetProperty("quote").GetString()));
        Assert.All(content.Documents, document => Assert.Contains(document.Hash, csv, StringComparison.Ordinal));
        Assert.Equal(content.References.Count, markdown.Split('\n').Count(line => line.Contains("<a id=\"ref-", StringComparison.Ordinal)));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.InnerText;
        Assert.All(content.Quotes(), quote => Assert.Contains(quote, cells, StringComparison.Ordinal));
    }

    /// <summary>Every letter, in order; the end of a page, with its notes, may stand in between once.</summary>
    private static bool HoldsAll(string text, string words) =>
        text.Contains(words, StringComparison.Ordinal)
        || Enumerable.Range(1, words.Length - 1).Any(cut =>
            text.Contains(words[..cut], StringComparison.Ordinal) && text.Contains(words[cut..], StringComparison.Ordinal));

    private static bool IsPageNumber(UglyToad.PdfPig.Content.Page page, double y) => y < 40 && page.Number > 0;

    private static int IndexAfter(string text, string words, int from)
    {
        var at = text.IndexOf(words, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{words}” does not follow.");
        return at + words.Length;
    }
}
