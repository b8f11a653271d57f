using System.Xml;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>The codes: the themes in their hierarchy, and in a project the roles and kinds of evidence too.</summary>
/// <param name="space">The namespace: a codebook and a project each have their own.</param>
internal sealed class RefiCodes(string space, IReadOnlyList<InterchangeTheme> themes)
{
    private const string Thesis = "thesis";

    public static Guid OfTheme(string slug) => NameGuid.Of("theme", slug);

    /// <summary>The codes of a passage, each once.</summary>
    public static IEnumerable<Guid> Of(InterchangePassage passage)
    {
        yield return OfLabel(LabelWords.Of(passage.Role));
        if (passage.IsThesis)
            yield return OfLabel(Thesis);
        if (passage.EvidenceKind is { } kind)
            yield return OfLabel(LabelWords.Of(kind));
        foreach (var tag in passage.Themes)
            yield return OfTheme(tag.Slug);
    }

    /// <summary>Writes the codes of a codebook.</summary>
    public void WriteThemes(XmlWriter xml)
    {
        var children = themes.ToLookup(theme => theme.Parent);
        foreach (var theme in children[null])
            WriteTheme(xml, theme, children);
    }

    /// <summary>Writes a code for each label, those that are kinds of another below it.</summary>
    public void WriteLabels(XmlWriter xml)
    {
        WriteLabel(xml, Role.Claim, [Thesis]);
        WriteLabel(xml, Role.Evidence, [.. Enum.GetValues<EvidenceKind>().Select(LabelWords.Of)]);
        WriteLabel(xml, Role.Context, []);
    }

    private static Guid OfLabel(string label) => NameGuid.Of("label", label);

    private void WriteLabel(XmlWriter xml, Role role, IReadOnlyList<string> kinds)
    {
        Begin(xml, OfLabel(LabelWords.Of(role)), role.ToString(), colour: null);
        foreach (var kind in kinds)
        {
            Begin(xml, OfLabel(kind), $"{char.ToUpperInvariant(kind[0])}{kind[1..]}", colour: null);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteTheme(XmlWriter xml, InterchangeTheme theme, ILookup<string?, InterchangeTheme> children)
    {
        Begin(xml, OfTheme(theme.Slug), theme.Name, theme.Colour);
        xml.WriteElementString("Description", space, theme.Definition);
        foreach (var child in children[theme.Slug])
            WriteTheme(xml, child, children);
        xml.WriteEndElement();
    }

    private void Begin(XmlWriter xml, Guid guid, string name, string? colour)
    {
        xml.WriteStartElement("Code", space);
        xml.WriteAttributeString("guid", RefiNames.Text(guid));
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("isCodable", "true");
        if (colour is not null)
            xml.WriteAttributeString("color", colour);
    }
}
