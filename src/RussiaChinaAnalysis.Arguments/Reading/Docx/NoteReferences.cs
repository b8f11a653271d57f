using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>The notes that the body refers to, each once, in the order of their marks.</summary>
internal sealed class NoteReferences(MainDocumentPart main)
{
    private readonly Dictionary<int, OpenXmlCompositeElement> footnotes = Index(main.FootnotesPart?.Footnotes);
    private readonly Dictionary<int, OpenXmlCompositeElement> endnotes = Index(main.EndnotesPart?.Endnotes);
    private readonly HashSet<OpenXmlCompositeElement> seen = [];
    private readonly List<OpenXmlCompositeElement> footnotesInOrder = [];
    private readonly List<OpenXmlCompositeElement> endnotesInOrder = [];

    public void Add(FootnoteEndnoteReferenceType reference)
    {
        var isFootnote = reference is FootnoteReference;
        if (reference.Id?.InnerText is { } text && int.TryParse(text, out var id)
            && (isFootnote ? footnotes : endnotes).TryGetValue(id, out var note) && seen.Add(note))
        {
            (isFootnote ? footnotesInOrder : endnotesInOrder).Add(note);
        }
    }

    public IReadOnlyList<OpenXmlCompositeElement> InOrder => [.. footnotesInOrder, .. endnotesInOrder];

    private static Dictionary<int, OpenXmlCompositeElement> Index(OpenXmlElement? notes)
    {
        var byId = new Dictionary<int, OpenXmlCompositeElement>();
        foreach (var note in notes?.Elements<FootnoteEndnoteType>() ?? [])
        {
            if (note.Id?.InnerText is { } text && int.TryParse(text, out var id))
                byId.TryAdd(id, note);
        }

        return byId;
    }
}
