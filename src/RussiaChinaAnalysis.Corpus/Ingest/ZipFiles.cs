using System.Globalization;
using System.IO.Compression;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>Takes a zip archive apart, within limits: nothing in it decides how much memory or disk it costs.</summary>
public static class ZipFiles
{
    public const int MaximumEntries = 2000;

    /// <summary>Of all files together, unpacked.</summary>
    public const long MaximumTotalBytes = 512L * 1024 * 1024;

    /// <summary>Text rarely shrinks to less than a tenth, and a bomb shrinks to less than a thousandth.</summary>
    private const int MaximumRatio = 200;

    /// <summary>Below this size a high ratio does no harm.</summary>
    private const int HarmlessBytes = 1024 * 1024;

    public static bool IsZip(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The files in the archive in the order of their paths, each with its bytes or with the reason why it is refused.
    /// Folders, hidden files and what archivers add for themselves are passed over.
    /// </summary>
    /// <param name="name">For messages.</param>
    /// <param name="maximumFileBytes">Of one file.</param>
    /// <exception cref="InvalidDataException">The archive itself is refused; the message is fit to be shown to the user.</exception>
    public static IEnumerable<UnpackedFile> Read(string name, Stream content, long maximumFileBytes, CancellationToken cancellation) =>
        Read(name, content, maximumFileBytes, MaximumTotalBytes, cancellation);

    internal static IEnumerable<UnpackedFile> Read(
        string name, Stream content, long maximumFileBytes, long maximumTotalBytes, CancellationToken cancellation)
    {
        using var archive = Open(name, content);
        var entries = archive.Entries
            .Select(entry => (Entry: entry, Path: SafePath(entry.FullName)))
            .Where(file => file.Path.Length > 0 && !IsPassedOver(file.Entry, file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        if (entries.Count > MaximumEntries)
            throw new InvalidDataException(Say($"{name} holds {entries.Count} files and the limit is {MaximumEntries}; divide it."));
        long total = 0;
        foreach (var (entry, path) in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Unpack(entry, path, new(maximumFileBytes, maximumTotalBytes, total));
            total += file.Content.Length;
            yield return file;
        }
    }

    /// <summary>A path with slashes that leads nowhere but downwards.</summary>
    public static string SafePath(string path)
    {
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Concat(part.Where(character => !char.IsControl(character) && character != ':')).Trim())
            .Where(part => part is not ("" or "." or ".."));
        return string.Join('/', parts);
    }

    private static ZipArchive Open(string name, Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, EntryNames.Instance);
            // Reading the list is what finds a damaged archive.
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or IOException)
        {
            throw new InvalidDataException($"{name} is no zip archive or is damaged; pack it again.", failure);
        }
    }

    private static UnpackedFile Unpack(ZipArchiveEntry entry, string path, Room room)
    {
        if (entry.IsEncrypted)
            return UnpackedFile.Refuse(path, $"{path} is protected with a password; pack it without.");
        if (IsZip(path))
            return UnpackedFile.Refuse(path, $"{path} is an archive within an archive, which is not opened; import it by itself.");
        if (entry.Length > HarmlessBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MaximumRatio)
            return UnpackedFile.Refuse(path, $"{path} unpacks to more than {MaximumRatio} times its size, as essays never do; it was not opened.");
        try
        {
            using var packed = entry.Open();
            return Copy(packed, path, room);
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            return UnpackedFile.Refuse(path, $"{path} is damaged or packed in a way that is not known; pack it again.");
        }
    }

    private static UnpackedFile Copy(Stream packed, string path, Room room)
    {
        var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        // What the archive says of the size may be a lie, so it is counted here.
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if (room.Problem(path, unpacked.Length + read) is { } problem)
                return UnpackedFile.Refuse(path, problem);
            unpacked.Write(buffer, 0, read);
        }

        return new(path, unpacked.ToArray(), Refusal: null);
    }

    private static bool IsPassedOver(ZipArchiveEntry entry, string path) =>
        entry.FullName.EndsWith('/')
        || path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX")
        || Path.GetFileNameWithoutExtension(path).Equals("README", StringComparison.OrdinalIgnoreCase);

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    /// <param name="Used">What the files before it took of <paramref name="AllBytes"/>.</param>
    private sealed record Room(long FileBytes, long AllBytes, long Used)
    {
        /// <summary>Null while it fits.</summary>
        public string? Problem(string path, long bytes) =>
            bytes > FileBytes ? Say($"{path} unpacks to more than {FileBytes} bytes, which is the limit; divide it, or raise the limit.")
            : Used + bytes > AllBytes ? Say($"{path} and the files before it unpack to more than {AllBytes} bytes, which is the limit for an archive; divide the archive.")
            : null;
    }
}

/// <param name="Path">With slashes; never leads outside.</param>
/// <param name="Refusal">Why it was not unpacked, fit to be shown to the user; null when it was.</param>
public sealed record UnpackedFile(string Path, byte[] Content, string? Refusal)
{
    internal static UnpackedFile Refuse(string path, string refusal) => new(path, [], refusal);
}
