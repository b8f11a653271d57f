using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>From bytes to text: UTF-8, or UTF-16 with a byte order mark. Nothing else is guessed.</summary>
internal static class TextDecoding
{
    private static ReadOnlySpan<byte> Utf16LittleEndianMark => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigEndianMark => [0xFE, 0xFF];

    /// <returns>Null, and what is wrong, when the bytes are not text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string problem)
    {
        problem = "";
        if (KnownSignatures.Find(bytes) is { } format)
        {
            problem = $"is {format}, whatever its ending says; give it its proper ending, or save its text as a plain-text file.";
            return null;
        }

        var text = bytes.StartsWith(Utf16LittleEndianMark) ? DecodeUtf16(bytes, new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: false))
            : bytes.StartsWith(Utf16BigEndianMark) ? DecodeUtf16(bytes, new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: false))
            : DecodeUtf8(bytes, ref problem);
        if (text is null || text.Contains('\0', StringComparison.Ordinal))
        {
            problem = problem.Length > 0 ? problem : "holds bytes that no text has; save it as plain text in UTF-8.";
            return null;
        }

        return text;
    }

    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes, UnicodeEncoding encoding) =>
        bytes.Length % 2 == 0 ? encoding.GetString(bytes) : null;

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes, ref string problem)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        var valid = ValidPrefix(bytes);
        var line = 1 + bytes[..valid].Count((byte)'\n');
        problem = string.Create(CultureInfo.InvariantCulture,
            $"is not text in UTF-8 (byte {bytes[valid]:X2} in line {line}); open it in an editor and save it with the encoding UTF-8.");
        return null;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
            at += consumed;
        return Math.Min(at, bytes.Length - 1);
    }
}
