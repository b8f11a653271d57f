using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Docx;

/// <summary>Writes Word files with the Open XML SDK; the parts are given as they stand in such files.</summary>
internal sealed class WordFile
{
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " +
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " +
        "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" " +
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" " +
        "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" " +
        "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string Styles { get; init; } = "";

    public string Numbering { get; init; } = "";

    public string Footnotes { get; init; } = "";

    public string Endnotes { get; init; } = "";

    public string? PublishDate { get; init; }

    public byte[] Write(params IEnumerable<string> body)
    {
        var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = Title;
            package.PackageProperties.Creator = Author;
            var main = package.AddMainDocumentPart();
            Write(main, "document", $"<w:body>{string.Concat(body)}<w:sectPr/></w:body>");
            Write(main.AddNewPart<StyleDefinitionsPart>(), "styles", Styles);
            if (Numbering.Length > 0)
                Write(main.AddNewPart<NumberingDefinitionsPart>(), "numbering", Numbering);
            if (Footnotes.Length > 0)
                Write(main.AddNewPart<FootnotesPart>(), "footnotes", Footnotes);
            if (Endnotes.Length > 0)
                Write(main.AddNewPart<EndnotesPart>(), "endnotes", Endnotes);
            if (PublishDate is not null)
            {
                using var stream = main.AddCustomXmlPart(CustomXmlPartType.CustomXml).GetStream(FileMode.Create);
                stream.Write(Encoding.UTF8.GetBytes(
                    $"<CoverPageProperties xmlns=\"http://schemas.microsoft.com/office/2006/coverPageProps\"><PublishDate>{PublishDate}</PublishDate></CoverPageProperties>"));
            }
        }

        return file.ToArray();
    }

    public static string Paragraph(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}{Run(text)}</w:p>";

    public static string Item(string text, int level, int number = 1) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Style(string id, string name, string? basedOn = null, string properties = "") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}<w:pPr>{properties}</w:pPr></w:style>";

    private static void Write(OpenXmlPart part, string root, string content)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes($"<w:{root} {Names}>{content}</w:{root}>"));
    }
}
