using System.IO.Compression;

namespace RussiaChinaAnalysis.Fuzz.Mutation;

/// <summary>Changes what is inside a zip archive: a change of the archive's own bytes seldom survives its checksums.</summary>
internal static class ZipParts
{
    public static bool IsZip(byte[] content) => content.AsSpan().StartsWith("PK"u8);

    /// <param name="where">From 0 to 1: which part.</param>
    public static byte[] Change(byte[] archive, double where, Func<byte[], byte[]> change)
    {
        using var source = new ZipArchive(new MemoryStream(archive, writable: false), ZipArchiveMode.Read);
        var chosen = (int)(where * source.Entries.Count);
        var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var at = 0; at < source.Entries.Count; at++)
            {
                var content = Unpack(source.Entries[at]);
                using var part = target.CreateEntry(source.Entries[at].FullName, CompressionLevel.Fastest).Open();
                part.Write(at == chosen ? change(content) : content);
            }
        }

        return result.ToArray();
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }
}
