namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>Files that are no zip archive although their ending says so: each is refused with what it really is.</summary>
internal static class ForeignFile
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    // Names of streams in the directory of a compound file, which [MS-CFB] keeps in UTF-16.
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    private static ReadOnlySpan<byte> WordDocument => "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8;

    /// <returns>Null when the file begins as a Word file does.</returns>
    public static ReadResult? Refuse(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.StartsWith("PK\x03\x04"u8))
            return null;
        if (bytes.StartsWith(CompoundFile))
            return RefuseCompound(file, bytes);
        if (KnownSignatures.Find(bytes) is { } format)
            return Refusals.Mislabelled(file, $"is {format}, whatever its ending says; give it its proper ending, or save it as a Word file.");
        return Refusals.Malformed(file, "is no Word file, or its beginning is missing; open it in Word or LibreOffice and save it as .docx.");
    }

    private static ReadResult RefuseCompound(SourceFile file, ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(EncryptedPackage) >= 0
            ? Refusals.Encrypted(file, "is protected with a password; open it in Word, remove the password under File, Info, Protect Document, and save it.")
        : bytes.IndexOf(WordDocument) >= 0
            ? Refusals.Mislabelled(file, ForeignFormats.OldWord)
        : Refusals.Mislabelled(file, "is an old or encrypted office document; open it in Word or LibreOffice and save it as .docx.");
}
