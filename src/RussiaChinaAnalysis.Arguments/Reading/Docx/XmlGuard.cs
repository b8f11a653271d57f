using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// Streams through the parts that are about to be loaded as trees. The library builds its tree by recursion and takes
/// some hundred bytes for each element, so depth and number are bounded here, where a reader that keeps nothing sees them.
/// </summary>
internal static class XmlGuard
{
    private const int MaximumDepth = 200;
    private const int MaximumElements = 400_000;
    private const int MaximumAttributes = 200;
    private const long MaximumCharacters = 40_000_000;

    public static ReadResult? Refuse(SourceFile file, MainDocumentPart main, CancellationToken cancellation)
    {
        OpenXmlPart?[] parts =
        [
            main, main.StyleDefinitionsPart, main.NumberingDefinitionsPart, main.FootnotesPart, main.EndnotesPart,
        ];
        var elements = 0;
        foreach (var part in parts)
        {
            if (part is null)
                continue;
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(stream, Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.Depth > MaximumDepth)
                    return Refusals.TooComplex(file, "nests tables or frames too deeply; copy its text into a new document.");
                if (++elements > MaximumElements || reader.AttributeCount > MaximumAttributes)
                    return Refusals.TooComplex(file, "is too large a document for an essay; divide it.");
                if (elements % 1_000 == 0)
                    cancellation.ThrowIfCancellationRequested();
            }
        }

        return null;
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumCharacters,
        IgnoreWhitespace = true,
        IgnoreComments = true,
    };
}
