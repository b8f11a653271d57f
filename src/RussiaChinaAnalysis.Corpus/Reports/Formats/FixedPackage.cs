using System.IO.Compression;
using RussiaChinaAnalysis.Corpus.Interchange;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>Office packages bear the time of their making in every part; copied over, they bear none.</summary>
internal static class FixedPackage
{
    public static void Copy(MemoryStream package, Stream output)
    {
        package.Position = 0;
        using var parts = new ZipArchive(package, ZipArchiveMode.Read);
        using var zip = new FixedZip(output);
        // The content types come first, as other programs expect.
        foreach (var part in parts.Entries.OrderBy(part => part.FullName != "[Content_Types].xml").ThenBy(part => part.FullName, StringComparer.Ordinal))
        {
            using var to = zip.Begin(part.FullName);
            using var from = part.Open();
            from.CopyTo(to);
        }
    }
}
