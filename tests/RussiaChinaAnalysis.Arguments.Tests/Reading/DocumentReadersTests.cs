using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Reading.Docx;
using RussiaChinaAnalysis.Arguments.Tests.Reading.Pdf;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading;

public sealed class DocumentReadersTests
{
    [Theory]
    [InlineData("essay.wpd", "text", RefusalReason.UnknownType, "essay.wpd has an ending that no reader knows; save it as one of")]
    [InlineData("essay.odt", "text", RefusalReason.UnknownType, "essay.odt is an OpenDocument file; open it in LibreOffice or Word and save it as .docx.")]
    [InlineData("essay.doc", "text", RefusalReason.UnknownType, "essay.doc is in the format of Word 97 to 2003; open it in Word or LibreOffice and save it as .docx.")]
    [InlineData("essay.rtf", "{\\rtf1 text}", RefusalReason.UnknownType, "essay.rtf is an RTF file; open it in Word or LibreOffice and save it as .docx.")]
    [InlineData("essay.epub", "text", RefusalReason.UnknownType, "essay.epub is an electronic book (EPUB); save the chapter")]
    [InlineData("essay.mht", "text", RefusalReason.UnknownType, "choose Save as, Web page, HTML only")]
    [InlineData("essay", "{\\rtf1 text}", RefusalReason.UnknownType, "essay is an RTF file, which no reader knows; save its text as .docx or .txt.")]
    [InlineData("essay", "text", RefusalReason.UnknownType, "save it as one of")]
    [InlineData("essay.txt", "", RefusalReason.Empty, "essay.txt holds no text; check")]
    [InlineData("essay.txt", " \r\n\t\n", RefusalReason.Empty, "essay.txt holds no text; check")]
    [InlineData("essay.md", "---\ntitle: Nothing\n---\n", RefusalReason.Empty, "essay.md holds no text; check")]
    [InlineData("essay.txt", "a\0b", RefusalReason.NotText, "essay.txt holds bytes that no text has; save it as plain text in UTF-8.")]
    [InlineData("essay.md", "{\\rtf1 text}", RefusalReason.NotText, "essay.md is an RTF file, whatever its ending says")]
    public void A_file_that_cannot_be_read_is_refused_with_the_reason(string name, string content, RefusalReason reason, string message)
    {
        var refused = Assert.IsType<ReadResult.Refused>(Read.File(name, content));

        Assert.Equal(reason, refused.Reason);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_bytes_are_refused_before_they_are_read()
    {
        var result = DocumentReaders.Default.Read(
            new SourceFile("long.txt", new byte[2001]), new ReadingLimits(MaximumBytes: 2000), TestContext.Current.CancellationToken);

        var refused = Assert.IsType<ReadResult.Refused>(result);
        Assert.Equal(RefusalReason.TooLarge, refused.Reason);
        Assert.Equal("long.txt is 2 kB large and the limit is 2 kB; divide it, or raise the limit.", refused.Message);
    }

    [Fact]
    public void Another_encoding_is_refused_naming_byte_and_line()
    {
        var refused = Assert.IsType<ReadResult.Refused>(Read.File("latin.txt", Encoding.Latin1.GetBytes("First line\ncafé\n")));

        Assert.Equal(
            "latin.txt is not text in UTF-8 (byte E9 in line 2); open it in an editor and save it with the encoding UTF-8.", refused.Message);
    }

    [Fact]
    public void The_ending_is_compared_without_case() =>
        Assert.IsType<ReadResult.Success>(Read.File("ESSAY.TXT", "Trade grew."));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_understood_and_removed(string encoding)
    {
        var encoder = Encoding.GetEncoding(encoding);

        Assert.Equal("Торговля растёт.\n", Read.Text("essay.txt", [.. encoder.GetPreamble(), .. encoder.GetBytes("Торговля растёт.\n")]));
    }

    [Theory]
    [InlineData("essay.txt")]
    [InlineData("essay.docx")]
    [InlineData("essay.html")]
    [InlineData("essay")]
    public void The_content_counts_more_than_the_ending(string name)
    {
        var pdf = Assert.IsType<ReadResult.Success>(Read.File(name, new PdfFile().Lines(PdfFile.Left, 740, "The harbour pays.").Write()));
        var word = Assert.IsType<ReadResult.Success>(Read.File(name, new WordFile().Write(WordFile.Paragraph("The harbour pays."))));
        var page = Assert.IsType<ReadResult.Success>(Read.File(name, "\uFEFF <!-- saved --> <!DOCTYPE HTML><p>The <b>harbour</b> pays."));

        Assert.All([pdf, word, page], read => Assert.Equal("The harbour pays.", read.Document.Text));
        Assert.Equal(
            ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/html"],
            new[] { pdf, word, page }.Select(read => read.MediaType));
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            DocumentReaders.Default.Read(new SourceFile("essay.txt", "Trade grew."u8.ToArray()), ReadingLimits.Default, cancelled.Token));
    }
}
