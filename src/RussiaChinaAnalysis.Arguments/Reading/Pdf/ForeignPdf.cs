namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Files that are no PDF although their ending says so.</summary>
internal static class ForeignPdf
{
    // The format lets other bytes stand before its mark; programs look for it in the first kilobyte.
    private const int LongestPrefix = 1024;

    /// <returns>Null when the file begins as a PDF file does.</returns>
    public static ReadResult? Refuse(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes[..Math.Min(LongestPrefix, bytes.Length)].IndexOf("%PDF-"u8) >= 0)
            return null;
        return KnownSignatures.Find(bytes) is { } format
            ? Refusals.Mislabelled(file, $"is {format}, whatever its ending says; give it its proper ending, or save it as a PDF file.")
            : Refusals.Malformed(file, "is no PDF file, or its beginning is missing; fetch it again from where it came.");
    }
}
