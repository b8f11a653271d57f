using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>An archive whose every file has the hash that its manifest states.</summary>
internal sealed class CheckedArchive
{
    private readonly ZipArchive zip;
    private readonly ArchiveManifest manifest;

    private CheckedArchive(ZipArchive zip, ArchiveManifest manifest)
    {
        this.zip = zip;
        this.manifest = manifest;
    }

    public IEnumerable<string> Tables =>
        manifest.Files.Select(file => file.Path).Where(path => path.StartsWith("tables/", StringComparison.Ordinal));

    public static bool Recognises(ZipArchive zip) => zip.GetEntry(ArchiveManifest.Path) is not null;

    /// <exception cref="MalformedDataException">It is no archive, of another version, or damaged.</exception>
    public static async Task<CheckedArchive> OpenAsync(ZipArchive zip, CancellationToken cancellation)
    {
        // Looks at the directory before anything is unpacked; decompression stops at the sizes that it states.
        if (!ArchiveLimits.Default.Hold(zip.Entries.Count - 1, zip.Entries.Sum(entry => Math.Max(0, entry.Length))))
            throw TooLarge();
        var manifest = await ReadManifestAsync(zip, cancellation);
        if (manifest.Format != ArchiveManifest.FormatName)
            throw new MalformedDataException("is no archive of a corpus.");
        if (manifest.Version != ArchiveManifest.CurrentVersion)
            throw new MalformedDataException($"has the format version {manifest.Version} and this program reads version {ArchiveManifest.CurrentVersion}; use the program that made it, or a newer one.");
        if (!ArchiveLimits.Default.Hold(manifest.Files.Count, manifest.Files.Sum(file => Math.Max(0, file.Bytes))))
            throw TooLarge();
        foreach (var file in manifest.Files)
            await CheckAsync(zip, file, cancellation);
        return new(zip, manifest);
    }

    /// <summary>The rows of a table, one after the other; none when the archive lacks the table.</summary>
    /// <exception cref="MalformedDataException">A line is no JSON object.</exception>
    public async IAsyncEnumerable<JsonElement> RowsAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (zip.GetEntry(path) is not { } entry)
            yield break;
        using var reader = new StreamReader(entry.Open());
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
            yield return Parse(line, path, number);
    }

    /// <exception cref="MalformedDataException">There is no such file.</exception>
    public byte[] File(string? hash)
    {
        if (hash is null || zip.GetEntry($"files/{hash}") is not { } entry)
            throw new MalformedDataException($"lacks the file “{hash}”.");
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static MalformedDataException TooLarge() => new($"unpacks to more than an archive may hold ({ArchiveLimits.Default}).");

    private static JsonElement Parse(string line, string path, int number)
    {
        try
        {
            using var row = JsonDocument.Parse(line, InterchangeJson.Reading);
            if (row.RootElement.ValueKind == JsonValueKind.Object)
                return row.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new MalformedDataException($"can't be read: {path}, line {number} is no JSON object.");
    }

    private static async Task<ArchiveManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancellation)
    {
        try
        {
            await using var stream = zip.GetEntry(ArchiveManifest.Path)!.Open();
            return await JsonSerializer.DeserializeAsync(stream, ArchiveJson.Default.ArchiveManifest, cancellation) is { Files: not null, Format: not null } manifest
                ? manifest
                : throw new MalformedDataException("has an empty manifest.json.");
        }
        catch (JsonException)
        {
            throw new MalformedDataException("has a manifest.json that is no manifest of an archive.");
        }
    }

    private static async Task CheckAsync(ZipArchive zip, ArchivedFile file, CancellationToken cancellation)
    {
        if (zip.GetEntry(file.Path) is not { } entry)
            throw new MalformedDataException($"lacks {file.Path}, which its manifest names; it is not complete.");
        if (entry.Length != file.Bytes)
            throw new MalformedDataException($"is damaged: {file.Path} has another size than its manifest states.");
        await using var stream = entry.Open();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        if (hash != file.Sha256)
            throw new MalformedDataException($"is damaged: {file.Path} has another content than its manifest states.");
    }
}
