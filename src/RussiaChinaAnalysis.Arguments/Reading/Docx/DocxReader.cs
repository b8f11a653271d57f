using DocumentFormat.OpenXml.Packaging;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// Reads Word files (Office Open XML, with or without macros, which are never run). Insertions under review count as
/// accepted, deletions as gone. Footnotes and endnotes follow the body in the order of their marks, each paragraph of
/// them a block. Heads, feet, comments, hidden text and the table of contents are left out.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    private const string MacroMediaType = "application/vnd.ms-word.document.macroEnabled.12";

    public IReadOnlyList<string> Extensions { get; } = [".docx", ".docm"];

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Any zip archive: one that is something else is refused by the name of what it is.</summary>
    public bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith("PK\x03\x04"u8);

    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation) =>
        ForeignFile.Refuse(file)
        ?? GuardedReading.Run(file, limits, "Word or LibreOffice", budget => ReadPackage(file, limits, budget), cancellation);

    private ReadResult ReadPackage(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (PackageGuard.Refuse(file) is { } refused)
            return refused;
        using var stream = file.Open();
        using var package = WordprocessingDocument.Open(stream, isEditable: false);
        if (package.MainDocumentPart is not { } main)
            return Refusals.Malformed(file, "has no main document in it; open it in Word or LibreOffice, save it again, and import that.");
        if (XmlGuard.Refuse(file, main, cancellation) is { } unsafeXml)
            return unsafeXml;
        if (main.Document?.Body is not { } body)
            return Refusals.Empty(file);

        var drafts = new Drafts(limits.MaximumCharacters);
        var styles = new DocxStyles(main);
        var languages = new LanguageCount(styles.DefaultLanguages);
        var notes = new NoteReferences(main);
        new BodyWalker(drafts, styles, new NumberingLevels(main), languages, notes, cancellation).WalkWithNotes(body);

        var builder = new DocumentBuilder();
        foreach (var draft in BoldHeadings.Promote(drafts.All))
        {
            builder.Append(draft.Text);
            builder.EndBlock(draft.Kind, draft.Level);
        }

        var metadata = DocxMetadata.Read(package, drafts.Title, languages.MostUsed);
        var document = builder.Build(file, metadata.Title, metadata.Author, metadata.Published, metadata.Language);
        var hasMacros = file.Name.EndsWith(".docm", StringComparison.OrdinalIgnoreCase);
        return new ReadResult.Success(document, hasMacros ? MacroMediaType : MediaType);
    }
}
