using System.IO.Compression;
using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using static RussiaChinaAnalysis.Arguments.Tests.Reading.Docx.WordFile;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Docx;

public sealed class HostileWordFileTests
{
    private static readonly byte[] Sound = new WordFile().Write(Paragraph("The harbour pays."));

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public void A_truncated_file_is_refused_as_damaged(int length)
    {
        var refused = Refused(Sound[..length]);

        Assert.Equal(RefusalReason.Malformed, refused.Reason);
        Assert.Contains("save it again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_is_called_what_it_is()
    {
        Assert.Contains("is an RTF file, whatever its ending says", Mislabelled("{\\rtf1 text}"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("is a spreadsheet", Mislabelled(Zip(("xl/workbook.xml", "<x/>"))), StringComparison.Ordinal);
        Assert.Contains("is an OpenDocument file", Mislabelled(Zip(("content.xml", "<x/>"))), StringComparison.Ordinal);
        Assert.Contains("is a zip archive", Mislabelled(Zip(("a.txt", "text"))), StringComparison.Ordinal);
        Assert.Contains("Word 97 to 2003", Mislabelled(CompoundFile("WordDocument")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_password_is_refused_as_such()
    {
        var refused = Refused(CompoundFile("EncryptedPackage"));

        Assert.Equal(RefusalReason.Encrypted, refused.Reason);
        Assert.Contains("remove the password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Zip(("word/document.xml", new string(' ', 150_000_000)));

        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(RefusalReason.TooComplex, Refused(bomb).Reason);
        Assert.Equal(RefusalReason.TooComplex, Refused(Zip([.. Enumerable.Range(0, 3_000).Select(at => ($"word/{at}.xml", "<x/>"))])).Reason);
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var body = string.Concat(Enumerable.Range(1, 9).Select(at => $"<!ENTITY e{at} \"{string.Concat(Enumerable.Repeat($"&e{at - 1};", 10))}\">"));
        var bomb = Replace(Sound, "word/document.xml", $"<!DOCTYPE x [<!ENTITY e0 \"bomb\">{body}]><x>&e9;</x>");

        Assert.Equal(RefusalReason.Malformed, Refused(bomb).Reason);
    }

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:unknown>", "</w:unknown>")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 50_000)) + "<w:p/>" + string.Concat(Enumerable.Repeat(close, 50_000));

        Assert.Equal(RefusalReason.TooComplex, Refused(new WordFile().Write(body)).Reason);
    }

    [Fact]
    public void Too_many_elements_are_refused() =>
        Assert.Equal(RefusalReason.TooComplex, Refused(new WordFile().Write(Enumerable.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 200_000))).Reason);

    [Fact]
    public void Styles_that_run_in_a_circle_end()
    {
        var file = new WordFile { Styles = Style("A", "A", basedOn: "B") + Style("B", "B", basedOn: "A") };

        Assert.Equal(["Paragraph: It pays."], Read.Blocks(Read.Document("essay.docx", file.Write(Paragraph("It pays.", "A")))));
    }

    [Fact]
    public void Damaged_numbers_count_as_absent() =>
        Assert.Equal(
            ["Paragraph: It pays."],
            Read.Blocks(Read.Document("essay.docx", new WordFile().Write(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"x\"/><w:numId w:val=\"99999999999\"/></w:numPr><w:outlineLvl w:val=\"-\"/></w:pPr><w:r><w:t>It pays.</w:t></w:r></w:p>"))));

    private static ReadResult.Refused Refused(byte[] content) => Assert.IsType<ReadResult.Refused>(Read.File("essay.docx", content));

    private static string Mislabelled(byte[] content)
    {
        var refused = Refused(content);
        Assert.Equal(RefusalReason.Mislabelled, refused.Reason);
        return refused.Message;
    }

    private static byte[] CompoundFile(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]];

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Replace(byte[] content, string name, string by)
    {
        var file = new MemoryStream();
        file.Write(content);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(by);
        }

        return file.ToArray();
    }
}
