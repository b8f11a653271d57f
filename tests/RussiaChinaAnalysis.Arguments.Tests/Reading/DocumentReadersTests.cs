using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading;

public sealed class DocumentReadersTests
{
    [Theory]
    [InlineData("essay.pages", "text", RefusalReason.UnknownType, "essay.pages has an ending that no reader knows; save it as one of")]
    [InlineData("essay", "text", RefusalReason.UnknownType, "save it as one of")]
    [InlineData("essay.txt", "", RefusalReason.Empty, "essay.txt holds no text; check")]
    [InlineData("essay.txt", " \r\n\t\n", RefusalReason.Empty, "essay.txt holds no text; check")]
    [InlineData("essay.md", "---\ntitle: Nothing\n---\n", RefusalReason.Empty, "essay.md holds no text; check")]
    [InlineData("essay.txt", "a\0b", RefusalReason.NotText, "essay.txt holds bytes that no text has; save it as plain text in UTF-8.")]
    [InlineData("essay.md", "%PDF-1.7 …", RefusalReason.NotText, "essay.md is a PDF file, whatever its ending says")]
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

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            DocumentReaders.Default.Read(new SourceFile("essay.txt", "Trade grew."u8.ToArray()), ReadingLimits.Default, cancelled.Token));
    }
}
