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
