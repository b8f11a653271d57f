using System.IO.Compression;
using System.Text;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Corpus.Tests.Ingest;

public sealed class ZipFilesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Статьи/О мире и войне 2024.txt", "cp866")]
    [InlineData("俄罗斯与中国/贸易.txt", "gb18030")]
    [InlineData("Статьи/О мире.txt", "utf-8")]
    [InlineData("Größe und Übel.txt", "ibm437")]
    [InlineData("plain.txt", "us-ascii")]
    public void Names_are_read_as_they_were_written(string name, string encoding)
    {
        using var archive = Pack(CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding), name);

        Assert.Equal(name, Assert.Single(ZipFiles.Read("essays.zip", archive, 1000, Cancellation)).Path);
    }

    [Fact]
    public void The_limit_that_was_reached_is_the_one_that_is_named()
    {
        using var archive = Pack(Encoding.UTF8, "a.txt", "b.txt");
        var byFile = ZipFiles.Read("essays.zip", archive, maximumFileBytes: 50, maximumTotalBytes: 1000, Cancellation).ToList();
        archive.Position = 0;
        var byArchive = ZipFiles.Read("essays.zip", archive, maximumFileBytes: 200, maximumTotalBytes: 150, Cancellation).ToList();

        Assert.All(byFile, file => Assert.Contains("more than 50 bytes, which is the limit; divide it", file.Refusal, StringComparison.Ordinal));
        Assert.Null(byArchive[0].Refusal);
        Assert.Contains("more than 150 bytes, which is the limit for an archive", byArchive[1].Refusal, StringComparison.Ordinal);
    }

    private static MemoryStream Pack(Encoding encoding, params string[] names)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true, encoding))
        {
            foreach (var name in names)
            {
                using var file = archive.CreateEntry(name).Open();
                file.Write(new byte[100]);
            }
        }

        packed.Position = 0;
        return packed;
    }
}
