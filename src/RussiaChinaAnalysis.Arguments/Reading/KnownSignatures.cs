namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>Files that give themselves away by their first bytes, whatever they are called.</summary>
internal static class KnownSignatures
{
    /// <returns>The format with its article, as in "a PDF file"; null when the bytes begin like none of these.</returns>
    public static string? Find(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "a PDF file"
        : bytes.StartsWith("PK\x03\x04"u8) ? "a zip archive or an office document"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "an old or encrypted office document"
        : bytes.StartsWith("{\\rtf"u8) ? "an RTF file"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "a PNG picture"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "a JPEG picture"
        : bytes.StartsWith("GIF8"u8) ? "a GIF picture"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "a gzip archive"
        : null;
}
