using System.Diagnostics.CodeAnalysis;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// The notes that the body, or a note, refers to, each once: footnotes before endnotes, in the order of their marks. A note
/// that refers to another adds to them while they are taken.
/// </summary>
internal sealed class NoteReferences(MainDocumentPart main)
{
    private readonly Dictionary<int, OpenXmlCompositeElement> footnotes = Index(main.FootnotesPart?.Footnotes);
    private readonly Dictionary<int, OpenXmlCompositeElement> endnotes = Index(main.EndnotesPart?.Endnotes);
    private readonly HashSet<OpenXmlCompositeElement> seen = [];
    private readonly Queue<OpenXmlCompositeElement> footnotesAhead = [];
    private readonly Queue<OpenXmlCompositeElement> endnotesAhead = [];

    public void Add(FootnoteEndnoteReferenceType reference)
    {
        var isFootnote = reference is FootnoteReference;
        if (reference.Id?.InnerText is { } text && int.TryParse(text, out var id)
            && (isFootnote ? footnotes : endnotes).TryGetValue(id, out var note) && seen.Add(note))
        {
            (isFootnote ? footnotesAhead : endnotesAhead).Enqueue(note);
        }
    }

    public bool TryTake([NotNullWhen(true)] out OpenXmlCompositeElement? note) =>
        footnotesAhead.TryDequeue(out note) || endnotesAhead.TryDequeue(out note);

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
