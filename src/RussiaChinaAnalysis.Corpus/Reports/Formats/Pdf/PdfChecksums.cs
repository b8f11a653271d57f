using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// Ends each compressed stream of a file with its checksum (RFC 1950). The library leaves it out, so that strict readers
/// find all streams damaged.
/// </summary>
internal static class PdfChecksums
{
    private const int EntryLength = 20;
    private const int HeaderLength = 2;

    /// <param name="file">As the library writes it, with one table of references.</param>
    public static byte[] Complete(byte[] file)
    {
        var table = NumberAfter(file, "startxref"u8, file.AsSpan().LastIndexOf("startxref"u8));
        var entries = file.AsSpan(table).IndexOf("0000000000 "u8) + table;
        var offsets = Offsets(file, entries);
        var moved = new Dictionary<int, long>();
        using var output = new MemoryStream(file.Length);
        output.Write(file, 0, offsets.Count == 0 ? table : offsets[0]);
        for (var place = 0; place < offsets.Count; place++)
        {
            moved.Add(offsets[place], output.Position);
            Copy(file.AsSpan(offsets[place]..(place + 1 < offsets.Count ? offsets[place + 1] : table)), output);
        }

        var start = output.Position;
        WriteTable(file, table, entries, moved, output);
        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
        return output.ToArray();
    }

    private static List<int> Offsets(byte[] file, int entries)
    {
        var offsets = new List<int>();
        for (var entry = entries; file[entry + 10] == ' '; entry += EntryLength)
        {
            if (file[entry + 17] == 'n')
                offsets.Add(int.Parse(Encoding.ASCII.GetString(file, entry, 10), CultureInfo.InvariantCulture));
        }

        offsets.Sort();
        return offsets;
    }

    private static void Copy(ReadOnlySpan<byte> item, MemoryStream output)
    {
        var stream = item.IndexOf("stream\n"u8);
        var length = item.IndexOf("/Length "u8);
        if (stream < 0 || length < 0 || length > stream || item[..stream].IndexOf("/FlateDecode"u8) < 0)
        {
            output.Write(item);
            return;
        }

        var size = NumberAfter(item, "/Length"u8, length);
        var digits = length + "/Length ".Length;
        var end = digits + size.ToString(CultureInfo.InvariantCulture).Length;
        var start = stream + "stream\n".Length;
        var compressed = item.Slice(start, size);
        output.Write(item[..digits]);
        output.Write(Encoding.ASCII.GetBytes((size + sizeof(uint)).ToString(CultureInfo.InvariantCulture)));
        output.Write(item[end..(start + size)]);
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(compressed));
        output.Write(checksum);
        output.Write(item[(start + size)..]);
    }

    /// <summary>Adler-32 of what was compressed.</summary>
    private static uint Checksum(ReadOnlySpan<byte> compressed)
    {
        const uint Modulus = 65521;
        using var content = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(compressed[HeaderLength..].ToArray()), CompressionMode.Decompress))
            inflate.CopyTo(content);
        var (low, high) = (1u, 0u);
        foreach (var value in content.GetBuffer().AsSpan(0, (int)content.Length))
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return high << 16 | low;
    }

    private static void WriteTable(byte[] file, int table, int entries, Dictionary<int, long> moved, MemoryStream output)
    {
        output.Write(file, table, entries - table);
        var entry = entries;
        for (; file[entry + 10] == ' '; entry += EntryLength)
        {
            if (file[entry + 17] == 'n')
            {
                var old = int.Parse(Encoding.ASCII.GetString(file, entry, 10), CultureInfo.InvariantCulture);
                output.Write(Encoding.ASCII.GetBytes(moved[old].ToString("0000000000", CultureInfo.InvariantCulture)));
                output.Write(file, entry + 10, EntryLength - 10);
            }
            else
            {
                output.Write(file, entry, EntryLength);
            }
        }

        output.Write(file, entry, file.AsSpan().LastIndexOf("startxref"u8) - entry);
    }

    private static int NumberAfter(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word, int at)
    {
        at += word.Length;
        while (bytes[at] is (byte)' ' or (byte)'\r' or (byte)'\n')
            at++;
        var end = at;
        while (bytes[end] is >= (byte)'0' and <= (byte)'9')
            end++;
        return int.Parse(Encoding.ASCII.GetString(bytes[at..end]), CultureInfo.InvariantCulture);
    }
}
