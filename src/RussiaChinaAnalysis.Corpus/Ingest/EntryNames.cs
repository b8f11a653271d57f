using System.Text;
using System.Text.Unicode;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>
/// Reads the names in an archive that does not say how it wrote them: as UTF-8 where they are that, else as Windows packs
/// them in Russian or in Chinese, else in the code page that the format began with.
/// </summary>
internal sealed class EntryNames : Encoding
{
    private static readonly Encoding Russian = CodePagesEncodingProvider.Instance.GetEncoding(866)!;
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Original = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static EntryNames Instance { get; } = new();

    public override int GetCharCount(byte[] bytes, int index, int count) => Of(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Of(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);

    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

    private static Encoding Of(ReadOnlySpan<byte> name) =>
        Utf8.IsValid(name) ? UTF8 : IsRussian(name) ? Russian : IsChinese(name) ? Chinese : Original;

    /// <summary>All that is not ASCII would be Cyrillic, and stands in words of its own: an accented letter stands among ASCII.</summary>
    private static bool IsRussian(ReadOnlySpan<byte> name)
    {
        int beyond = 0, amongAscii = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] < 0x80)
                continue;
            if (name[at] is not (<= 0xAF or (>= 0xE0 and <= 0xF1)))
                return false;
            beyond++;
            if ((at > 0 && char.IsAsciiLetter((char)name[at - 1])) || (at + 1 < name.Length && char.IsAsciiLetter((char)name[at + 1])))
                amongAscii++;
        }

        return amongAscii * 4 <= beyond;
    }

    /// <summary>All that is not ASCII comes in pairs, and most of them would be of the frequent half of the characters.</summary>
    private static bool IsChinese(ReadOnlySpan<byte> name)
    {
        int pairs = 0, frequent = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] < 0x80)
                continue;
            if (name[at] is 0x80 or 0xFF || at + 1 == name.Length || name[at + 1] is < 0x40 or 0x7F or 0xFF)
                return false;
            pairs++;
            if (name[at] is >= 0xB0 and <= 0xD7)
                frequent++;
            at++;
        }

        return frequent * 2 > pairs;
    }
}
