using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Office;

/// <summary>One essay, written as a web page, turned by LibreOffice into the formats that analysts have.</summary>
public sealed class LibreOfficeFilesTests(LibreOffice office) : IClassFixture<LibreOffice>
{
    private const string Source = """
        <html lang="en"><head><meta charset="utf-8"><title>Why the harbour should stay public</title><meta name="author" content="Mara Lindqvist"></head><body lang="en-GB">
        <h1>Why the harbour should stay public</h1>
        <p>The city council wants to sell the harbour. It should not, because the rents from its berths pay for the ferries that nobody else would run, and because office hours and traffic figures point the same way.</p>
        <h2>The money</h2>
        <p>Last year the harbour earned 4.2 million, as the city’s own <a href="https://example.org">accounts</a> show.</p>
        <ul><li>Berths brought 3.1 million.<ul><li>Yachts paid most of it.</li></ul></li><li>Cranes brought the rest.</li></ul>
        <ol><li>First, keep the land.</li><li>Second, repair the quay.</li></ol>
        <blockquote>“A harbour sold is a harbour lost,” the old harbour master used to say.</blockquote>
        <h2>Кто платит</h2>
        <p>Порт принадлежит городу, и продавать его нельзя.</p>
        <p>In the end the question is who should own the shore.</p>
        </body></html>
        """;

    private static readonly string[] Expected =
    [
        "Heading 1: Why the harbour should stay public",
        "Paragraph: The city council wants to sell the harbour. It should not, because the rents from its berths pay for the ferries that nobody else would run, and because office hours and traffic figures point the same way.",
        "Heading 2: The money",
        "Paragraph: Last year the harbour earned 4.2 million, as the city’s own accounts show.",
        "ListItem 1: Berths brought 3.1 million.",
        "ListItem 2: Yachts paid most of it.",
        "ListItem 1: Cranes brought the rest.",
        "ListItem 1: First, keep the land.",
        "ListItem 1: Second, repair the quay.",
        "Quotation 1: “A harbour sold is a harbour lost,” the old harbour master used to say.",
        "Heading 2: Кто платит",
        "Paragraph: Порт принадлежит городу, и продавать его нельзя.",
        "Paragraph: In the end the question is who should own the shore.",
    ];

    [Fact]
    public void A_Word_file_made_of_a_web_page_keeps_text_and_blocks()
    {
        var page = office.Write("page.html", Source);

        var document = ReadFile(office.Convert(page, "docx:MS Word 2007 XML", "HTML (StarWriter)"));

        Assert.Equal(Expected, Read.Blocks(document));
        Assert.Equal("Why the harbour should stay public", document.Metadata.Title);
    }

    [Fact]
    public void A_Word_file_and_a_PDF_made_of_an_OpenDocument_file_keep_text_and_blocks()
    {
        var essay = office.Convert(office.Write("essay.html", Source), "odt:writer8", "HTML (StarWriter)");

        Assert.Equal(Expected, Read.Blocks(ReadFile(office.Convert(essay, "docx"))));
        var pdf = ReadFile(office.Convert(essay, "pdf"));
        Assert.Equal(Expected, Read.Blocks(pdf));
        Assert.All(pdf.Blocks, block => Assert.Equal(1, block.Page));
        Assert.Equal(("Why the harbour should stay public", "Mara Lindqvist"), (pdf.Metadata.Title, pdf.Metadata.Author));
    }

    [Fact]
    public void A_paper_in_two_columns_reads_from_Word_and_PDF_as_a_person_reads_it()
    {
        var paper = office.Write("paper.fodt", Paper.Markup);

        var word = ReadFile(office.Convert(paper, "docx"));
        var pdf = ReadFile(office.Convert(paper, "pdf"));

        Assert.Equal(Paper.Blocks, Read.Blocks(word));
        Assert.Equal(Paper.Blocks, Read.Blocks(pdf));
        Assert.Equal([1, 2, 3], pdf.Blocks.Select(block => block.Page).Distinct().Order());
        Assert.Equal(("Who should own the shore?", "Mara Lindqvist", "en"), (pdf.Metadata.Title, pdf.Metadata.Author, pdf.Metadata.Language?[..2]));
    }

    [Fact]
    public void Russian_and_Chinese_pass_unharmed_through_Word_and_PDF()
    {
        string[] expected =
        [
            "Heading 1: Кому должен принадлежать берег?", "Paragraph: Город хочет продать порт. Этого делать не следует: аренда оплачивает паромы, «которые больше никто не станет содержать», — ни зимой, ни летом.",
            "Heading 2: 港口应该属于谁?", "Paragraph: 市政府想出售港口。这样做是错误的！谁来支付渡轮的费用？“没有人愿意”,老港长说。",
        ];
        var page = office.Write("world.html", "<html><meta charset=\"utf-8\"><body>" + string.Concat(expected.Select(AsElement)) + "</body></html>");
        var essay = office.Convert(page, "odt:writer8", "HTML (StarWriter)");

        foreach (var document in new[] { ReadFile(office.Convert(essay, "docx")), ReadFile(office.Convert(essay, "pdf")), ReadFile(page) })
        {
            Assert.Equal(expected, Read.Blocks(document));
            Assert.Equal("ru", document.Metadata.Language?[..2]);
        }
    }

    private static string AsElement(string block) => block.Split(": ", 2) switch
    {
        ["Paragraph", var words] => $"<p>{words}</p>",
        [var heading, var words] => $"<h{heading[^1]}>{words}</h{heading[^1]}>",
        _ => throw new ArgumentException(block, nameof(block)),
    };

    [Fact]
    public void A_PDF_with_a_password_is_refused_as_such()
    {
        const string Options = """pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}""";
        var essay = office.Convert(office.Write("secret.html", Source), "odt:writer8", "HTML (StarWriter)");

        var refused = Assert.IsType<ReadResult.Refused>(Read.File("secret.pdf", File.ReadAllBytes(office.Convert(essay, Options))));

        Assert.Equal(RefusalReason.Encrypted, refused.Reason);
        Assert.StartsWith("secret.pdf is protected with a password; ", refused.Message, StringComparison.Ordinal);
    }

    private static SourceDocument ReadFile(string path) => Read.Document(Path.GetFileName(path), File.ReadAllBytes(path));
}
