using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>
/// The table of contents: a field that Word can bring up to date, filled beforehand with links to the headings. It
/// shows no page numbers, which only a program that lays out pages could know.
/// </summary>
internal static class DocxContents
{
    public static IEnumerable<OpenXmlElement> Of(ReportContent content)
    {
        if (content.Sections.Count < 2)
            yield break;
        yield return DocxReport.Paragraph("ContentsHeading", DocxReport.Run(ReportWords.Contents));
        for (var number = 0; number < content.Sections.Count; number++)
        {
            var line = DocxReport.Paragraph("TOC1");
            if (number == 0)
            {
                line.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }));
                line.Append(new Run(new FieldCode(" TOC \\o \"1-1\" \\h \\n ") { Space = SpaceProcessingModeValues.Preserve }));
                line.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }

            line.Append(new Hyperlink(DocxReport.Run(content.Sections[number].Title)) { Anchor = Bookmark(number), History = true });
            if (number == content.Sections.Count - 1)
                line.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            yield return line;
        }
    }

    /// <param name="number">The place of the section, from 0.</param>
    public static Paragraph Heading(int number, string title)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        return DocxReport.Paragraph(
            "Heading1",
            new BookmarkStart { Id = id, Name = Bookmark(number) },
            DocxReport.Run(title),
            new BookmarkEnd { Id = id });
    }

    private static string Bookmark(int number) => string.Create(CultureInfo.InvariantCulture, $"_Toc{number + 1:00000000}");
}
