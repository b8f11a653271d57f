using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports.Prose;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>A Word document with real headings, a table of contents, a footnote for each reference and a comment for each annotation.</summary>
internal sealed class DocxReport : IReportFormat
{
    public FormatDescription Description { get; } =
        new("docx", "Word", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "editing in Word or LibreOffice");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Create();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
                new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }),
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            var notes = new DocxNotes(content);
            WriteBody(main, content, notes, new ReportSteps(progress, cancellation));
            notes.Save(main);
            var properties = document.AddNewPart<CoreFilePropertiesPart>("properties");
            using var stream = properties.GetStream(FileMode.Create);
            DocxProperties.Write(stream, content);
        }

        FixedPackage.Copy(package, output);
    }

    private static void WriteBody(MainDocumentPart main, ReportContent content, DocxNotes notes, ReportSteps steps)
    {
        using var writer = OpenXmlWriter.Create(main);
        var links = new DocxLinks(main);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        writer.WriteElement(Paragraph("Title", Run(content.Title)));
        if (content.Authors.Count > 0)
            writer.WriteElement(Paragraph("Subtitle", Run(ReportWords.Byline(content))));
        writer.WriteElement(Paragraph("Coverage", Run(ReportWords.Coverage(content))));
        foreach (var block in ProseReader.Read(content.Summary))
            writer.WriteElement(DocxProse.Of(block, links));
        foreach (var line in DocxContents.Of(content))
            writer.WriteElement(line);
        for (var number = 0; number < content.Sections.Count; number++)
        {
            writer.WriteElement(DocxContents.Heading(number, content.Sections[number].Title));
            foreach (var item in content.Sections[number].Items)
            {
                WriteItem(writer, content, item, notes);
                steps.Next();
            }
        }

        WriteFigures(writer, content);
        if (content.Removed.Count > 0)
            writer.WriteElement(Paragraph("Heading1", Run(ReportWords.Removed)));
        foreach (var quote in content.Removed)
            writer.WriteElement(Paragraph("Statement", Run(quote)));
        WriteDocuments(writer, content);
        writer.WriteElement(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1418, Bottom = 1418, Left = 1418, Right = 1418, Header = 709, Footer = 709, Gutter = 0 }));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>What the footnotes quote, each with the whole hash of its file.</summary>
    private static void WriteDocuments(OpenXmlWriter writer, ReportContent content)
    {
        if (content.Documents.Count > 0)
            writer.WriteElement(Paragraph("Heading1", Run(ReportWords.Documents)));
        foreach (var document in content.Documents)
        {
            writer.WriteElement(Paragraph("Source", Run(ReportWords.Source(document))));
            writer.WriteElement(Paragraph("Labels", Run(ReportWords.Edition(document))));
        }
    }

    private static void WriteItem(OpenXmlWriter writer, ReportContent content, ReportItem item, DocxNotes notes)
    {
        var reference = content.Reference(item.Reference);
        var statement = Paragraph("Statement");
        if (ReportWords.Marks(item, reference) is { Count: > 0 } marks)
            statement.Append(Bold($"{string.Join(", ", marks)}: "));
        notes.AppendQuoted(statement, item.Notes, Run(reference.Quote));
        statement.Append(notes.Footnote(reference));
        writer.WriteElement(statement);
        var labels = ReportWords.Labels(reference) + (reference.Themes.Count > 0 ? $" · {string.Join(", ", reference.Themes)}" : "");
        writer.WriteElement(Paragraph("Labels", Run(labels)));
        foreach (var link in item.Evidence)
            writer.WriteElement(Link("Evidence", content, link, notes));
        foreach (var link in item.Counter)
            writer.WriteElement(Link("Counter", content, link, notes));
    }

    private static Paragraph Link(string style, ReportContent content, ReportLink link, DocxNotes notes)
    {
        var other = content.Reference(link.Reference);
        var paragraph = Paragraph(style, Bold($"{ReportWords.Does(link)}: "));
        notes.AppendQuoted(paragraph, link.Notes ?? [], Run(other.Quote));
        paragraph.Append([.. notes.Footnote(other), Run($" ({ReportWords.Labels(other)})")]);
        return paragraph;
    }

    private static void WriteFigures(OpenXmlWriter writer, ReportContent content)
    {
        var drawings = ReportWords.Drawings(content);
        if (drawings.Count == 0)
            return;
        writer.WriteElement(Paragraph("Heading1", Run(ReportWords.Figures)));
        for (var number = 0; number < drawings.Count; number++)
        {
            writer.WriteElement(Paragraph("Heading2", Run(drawings[number].Drawing.Title)));
            writer.WriteElement(DocxDrawing.Of(drawings[number].Drawing, (uint)number + 1));
        }

        foreach (var map in content.Maps)
        {
            writer.WriteElement(Paragraph("Heading2", Run(ReportWords.OutlineTitle(map))));
            foreach (var line in ReportWords.Outline(content, map))
            {
                var paragraph = Paragraph("Outline", Run($"{(line.Kind is { } kind ? $"{ReportWords.Does(kind)}: " : "")}{line.Node.Quote} [{line.Node.Id}]"));
                // A page has no room for more than eight steps to the right.
                paragraph.ParagraphProperties!.Indentation = new Indentation { Left = (360 * Math.Min(8, line.Depth)).ToString(System.Globalization.CultureInfo.InvariantCulture) };
                writer.WriteElement(paragraph);
            }
        }
    }

    internal static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    internal static Run Run(string text) => new(Text(text));

    internal static Run Bold(string text) => new(new RunProperties(new Bold()), Text(text));

    internal static Text Text(string text) => new(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve };
}
