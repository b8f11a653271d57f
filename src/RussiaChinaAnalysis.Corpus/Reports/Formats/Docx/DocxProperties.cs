using System.Globalization;
using System.Text;
using System.Xml;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>Title, authors and the time of the version; nothing of when or where the file was written.</summary>
internal static class DocxProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(Stream output, ReportContent content)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, XmlText.Of(content.Title));
        xml.WriteElementString("dc", "creator", Dublin, XmlText.Of(ReportWords.Byline(content)));
        xml.WriteElementString("dc", "language", Dublin, "en");
        if (content.Edition is { } edition)
        {
            xml.WriteStartElement("dcterms", "created", Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(edition.SavedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
