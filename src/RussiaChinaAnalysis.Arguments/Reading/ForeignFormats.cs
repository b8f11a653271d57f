namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>Formats that essays come in and that no reader knows: each is refused with the way to one that is known.</summary>
internal static class ForeignFormats
{
    public const string OpenDocument = "is an OpenDocument file; open it in LibreOffice or Word and save it as .docx.";
    public const string OldWord = "is in the format of Word 97 to 2003; open it in Word or LibreOffice and save it as .docx.";
    public const string ElectronicBook = "is an electronic book (EPUB); save the chapter that holds the essay as a web page, or its text as .docx.";

    /// <param name="file">That no reader takes, by content or by ending.</param>
    /// <returns>Null when nothing is known of it.</returns>
    public static ReadResult? Refuse(SourceFile file)
    {
        var advice = Path.GetExtension(file.Name).ToLowerInvariant() switch
        {
            ".odt" or ".ott" or ".fodt" => OpenDocument,
            ".doc" or ".dot" => OldWord,
            ".epub" => ElectronicBook,
            ".rtf" => "is an RTF file; open it in Word or LibreOffice and save it as .docx.",
            ".pages" => "is a Pages document; in Pages choose Export to, Word, and import that.",
            ".mht" or ".mhtml" => "is a web archive; in the browser choose Save as, Web page, HTML only, and import that.",
            ".tex" => "is LaTeX; make a PDF of it, and import that.",
            _ => KnownSignatures.Find(file.Content.Span) is { } format ? $"is {format}, which no reader knows; save its text as .docx or .txt." : null,
        };
        return advice is null ? null : new ReadResult.Refused(RefusalReason.UnknownType, $"{file.Name} {advice}");
    }
}
