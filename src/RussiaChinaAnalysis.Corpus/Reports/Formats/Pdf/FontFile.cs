using System.Buffers.Binary;
using System.Collections;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// A font with TrueType outlines, from a file of its own or out of a collection, and the letters that it has (OpenType,
/// tables <c>cmap</c> and <c>OS/2</c>).
/// </summary>
internal sealed class FontFile
{
    private const uint Collection = 0x74746366;
    private const int RestrictedLicence = 0x0002;

    private readonly BitArray letters = new(0x110000);

    private FontFile(string name, byte[] content)
    {
        (Name, Content) = (name, content);
        ReadLetters(Table("cmap"));
        for (var letter = 0; letter < letters.Length; letter++)
            Count += letters[letter] ? 1 : 0;
    }

    public string Name { get; }

    public byte[] Content { get; }

    /// <summary>How many letters it has.</summary>
    public int Count { get; private set; }

    /// <param name="letter">A Unicode code point.</param>
    public bool Has(int letter) => letters[letter];

    /// <summary>Null for a file that is no font that could be embedded.</summary>
    public static FontFile? Read(string path)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            if (content.Length < 12)
                return null;
            if (BinaryPrimitives.ReadUInt32BigEndian(content) == Collection)
                content = First(content);
            return IsEmbeddable(content) ? new(Path.GetFileName(path), content) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsEmbeddable(byte[] font) =>
        Find(font, "glyf") is not null && Find(font, "cmap") is not null
        && Find(font, "OS/2") is { } licence && (Short(font, licence.Start.Value + 8) & RestrictedLicence) == 0;

    /// <summary>The first font of a collection, as a file of its own.</summary>
    private static byte[] First(byte[] collection)
    {
        const int Head = 12, Record = 16;
        var directory = (int)Long(collection, 12);
        var count = Short(collection, directory + 4);
        var tables = Enumerable.Range(0, count).Select(number => directory + Head + number * Record).ToList();
        var font = new byte[Head + count * Record + tables.Sum(record => Even((int)Long(collection, record + 12)))];
        Array.Copy(collection, directory, font, 0, Head + count * Record);
        var end = Head + count * Record;
        for (var number = 0; number < count; number++)
        {
            var length = (int)Long(collection, tables[number] + 12);
            Array.Copy(collection, (int)Long(collection, tables[number] + 8), font, end, length);
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(Head + number * Record + 8), (uint)end);
            end += Even(length);
        }

        return font;

        static int Even(int length) => (length + 3) & ~3;
    }

    private ReadOnlySpan<byte> Table(string tag) => Content.AsSpan()[Find(Content, tag)!.Value];

    private static Range? Find(byte[] font, string tag)
    {
        for (var record = 12; record < 12 + Short(font, 4) * 16; record += 16)
        {
            if (font.AsSpan(record, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(tag)))
                return new((int)Long(font, record + 8), (int)(Long(font, record + 8) + Long(font, record + 12)));
        }

        return null;
    }

    private void ReadLetters(ReadOnlySpan<byte> map)
    {
        for (var record = 4; record < 4 + Short(map, 2) * 8; record += 8)
        {
            var (platform, encoding) = (Short(map, record), Short(map, record + 2));
            if (platform != 0 && (platform, encoding) is not ((3, 1) or (3, 10)))
                continue;
            var part = map[(int)Long(map, record + 4)..];
            switch (Short(part, 0))
            {
                case 4: ReadSegments(part); break;
                case 12: ReadGroups(part); break;
            }
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> part)
    {
        var segments = Short(part, 6);
        for (var at = 0; at < segments; at += 2)
        {
            var (end, start) = (Short(part, 14 + at), Short(part, 16 + segments + at));
            var (delta, offset) = (Short(part, 16 + 2 * segments + at), Short(part, 16 + 3 * segments + at));
            for (var letter = start; letter <= end && letter < 0xFFFF; letter++)
            {
                var place = 16 + 3 * segments + at + offset + 2 * (letter - start);
                var glyph = offset == 0 ? letter + delta : place + 2 <= part.Length ? Short(part, place) : 0;
                if ((glyph & 0xFFFF) != 0)
                    letters[letter] = true;
            }
        }
    }

    private void ReadGroups(ReadOnlySpan<byte> part)
    {
        var groups = (int)Long(part, 12);
        for (var group = 0; group < groups; group++)
        {
            var record = part.Slice(16 + group * 12, 12);
            for (var letter = Long(record, 0); letter <= Long(record, 4) && letter < letters.Length; letter++)
                letters[(int)letter] = true;
        }
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Long(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
