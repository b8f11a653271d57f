namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>Files that are no web page although their ending says so.</summary>
internal static class ForeignPage
{
    private const int Beginning = 2_048;

    /// <returns>Null when the file may be a web page.</returns>
    public static ReadResult? Refuse(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (KnownSignatures.Find(bytes) is { } format)
            return Refusals.Mislabelled(file, $"is {format}, whatever its ending says; give it its proper ending, or save it as a web page.");
        return IsWebArchive(bytes[..Math.Min(bytes.Length, Beginning)])
            ? Refusals.Mislabelled(file, "is a web archive (MHTML); in the browser choose Save as, Web page, HTML only, and import that.")
            : null;
    }

    private static bool IsWebArchive(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("From:"u8) || bytes.StartsWith("MIME-Version:"u8)) && bytes.IndexOf("multipart/related"u8) >= 0;
}
