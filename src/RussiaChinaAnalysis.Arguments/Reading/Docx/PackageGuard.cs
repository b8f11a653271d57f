using System.Globalization;
using System.IO.Compression;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// Looks at the zip archive's directory before anything is unpacked. The sizes that it states hold: the runtime's own
/// decompression stops at them.
/// </summary>
internal static class PackageGuard
{
    private const int MaximumParts = 2_000;
    private const long MaximumUnpackedBytes = 200_000_000;
    private const long SuspiciousUnpackedBytes = 20_000_000;
    private const long MaximumRatio = 200;

    public static ReadResult? Refuse(SourceFile file)
    {
        using var archive = new ZipArchive(file.Open(), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaximumParts)
            return Refusals.TooComplex(file, string.Create(CultureInfo.InvariantCulture,
                $"has {archive.Entries.Count} parts inside and the limit is {MaximumParts}; copy its text into a new document."));
        var unpacked = archive.Entries.Sum(entry => Math.Max(0, entry.Length));
        if (unpacked > MaximumUnpackedBytes || (unpacked > SuspiciousUnpackedBytes && unpacked / MaximumRatio > file.Content.Length))
            return Refusals.TooComplex(file, string.Create(CultureInfo.InvariantCulture,
                $"unpacks to {unpacked / 1_000_000} MB, more than an essay needs; copy its text into a new document."));
        return archive.GetEntry("word/document.xml") is null && FindOther(archive) is { } other
            ? Refusals.Mislabelled(file, other)
            : null;
    }

    private static string? FindOther(ZipArchive archive) =>
        archive.GetEntry("xl/workbook.xml") is not null ? "is a spreadsheet; copy its text into a document and save that as .docx."
        : archive.GetEntry("ppt/presentation.xml") is not null ? "is a presentation; copy its text into a document and save that as .docx."
        : archive.GetEntry("META-INF/container.xml") is not null ? ForeignFormats.ElectronicBook
        : archive.GetEntry("content.xml") is not null ? ForeignFormats.OpenDocument
        : archive.GetEntry("[Content_Types].xml") is null ? "is a zip archive; unpack it and import the files in it."
        : null;
}
