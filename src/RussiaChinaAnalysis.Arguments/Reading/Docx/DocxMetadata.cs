using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// What the file says of itself: the core properties, and the date of publication where the cover page's own field has
/// one. The date on which the file was made says nothing of when the essay appeared and is not taken for it.
/// </summary>
internal static class DocxMetadata
{
    private static readonly XNamespace CoverPage = "http://schemas.microsoft.com/office/2006/coverPageProps";

    /// <param name="titleParagraph">The paragraph in the style Title.</param>
    /// <returns>The title is null where the file states none that a person would have given.</returns>
    public static (string? Title, string? Author, string? Published, string? Language) Read(
        WordprocessingDocument package, string? titleParagraph, string? languageOfText)
    {
        var core = package.PackageProperties;
        return (
            StatedTitle.Clean(core.Title) ?? titleParagraph,
            StatedAuthor.Clean(core.Creator),
            ReadPublished(package),
            core.Language is { Length: >= 2 } language ? language : languageOfText);
    }

    private static string? ReadPublished(WordprocessingDocument package)
    {
        foreach (var part in package.MainDocumentPart!.CustomXmlParts)
        {
            using var reader = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);
            if (reader.MoveToContent() == XmlNodeType.Element
                && reader.NamespaceURI == CoverPage.NamespaceName
                && reader.ReadToDescendant("PublishDate", CoverPage.NamespaceName)
                && reader.ReadElementContentAsString() is { Length: > 0 } date)
            {
                // The field holds a moment although only the day can be chosen.
                return date.Split('T')[0];
            }
        }

        return null;
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1_000_000,
        CloseInput = true,
    };
}
