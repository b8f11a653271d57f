using System.Xml;
using System.Xml.Linq;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>A code as it stands in a codebook or in a project's codebook.</summary>
/// <param name="Definition">Null when the file says nothing of it.</param>
/// <param name="Colour">Null when it is none that can be shown.</param>
internal sealed record RefiCode(int Line, string Name, string? Definition, string? Colour, IReadOnlyList<RefiCode> Children);

internal static class RefiCodebookFile
{
    private const int MostCodes = 5_000;
    private const int Deepest = 50;

    /// <returns>The codes at the top, in the order of the file.</returns>
    /// <exception cref="MalformedDataException">It is no codebook.</exception>
    public static IReadOnlyList<RefiCode> Read(Stream content)
    {
        var list = Load(content).DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "CodeBook")
            ?.Elements().FirstOrDefault(element => element.Name.LocalName == "Codes")
            ?? throw new MalformedDataException("holds no list of codes; export it as a REFI-QDA codebook.");
        var codes = 0;
        return Below(list, 1);

        List<RefiCode> Below(XElement parent, int depth) =>
            [.. parent.Elements().Where(element => element.Name.LocalName == "Code").Select(element => Of(element, depth))];

        RefiCode Of(XElement element, int depth)
        {
            if (++codes > MostCodes || depth > Deepest)
                throw new MalformedDataException($"has more than {MostCodes} codes, or codes nested more than {Deepest} deep; divide it.");
            return new(
                ((IXmlLineInfo)element).LineNumber,
                element.Attribute("name")?.Value.Trim() ?? "",
                element.Elements().FirstOrDefault(child => child.Name.LocalName == "Description")?.Value.Trim(),
                Colour(element.Attribute("color")?.Value),
                Below(element, depth + 1));
        }
    }

    private static XElement Load(Stream content)
    {
        try
        {
            using var reader = XmlReader.Create(content, RefiNames.Reading);
            return XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException broken)
        {
            throw new MalformedDataException($"is no XML that can be read (line {broken.LineNumber}); export it anew.");
        }
    }

    private static string? Colour(string? colour) =>
        colour is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? colour.ToLowerInvariant() : null;
}
