using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>All that a report says, whatever the format. Nothing in it depends on when or where it is written.</summary>
/// <param name="Selection">Which passages were asked for, in one sentence without a full stop.</param>
/// <param name="Edition">Null for a preview.</param>
/// <param name="References">Every passage of the report once, numbered 1, 2, 3 …</param>
/// <param name="Removed">What the version before said and this one does not.</param>
public sealed record ReportContent(
    string Title,
    IReadOnlyList<string> Authors,
    string Summary,
    string Selection,
    ReportEdition? Edition,
    IReadOnlyList<ReportDocument> Documents,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportReference> References,
    IReadOnlyList<ReportBars> Charts,
    IReadOnlyList<ReportMap> Maps,
    IReadOnlyList<string> Removed) : IRefersToRows
{
    /// <param name="number">As in <see cref="ReportReference.Number"/>.</param>
    public ReportReference Reference(int number) => References[number - 1];

    public ReportDocument DocumentOf(ReportReference reference) => Documents[reference.Document];

    object IRefersToRows.WithRows(RowNumbering numbers)
    {
        return this with
        {
            Documents = [.. Documents.Select(document => document with { Id = numbers.Of<Document>(document.Id) })],
            References = [.. References.Select(reference => reference with { PassageId = numbers.Of<Passage>(reference.PassageId) })],
            Sections = [.. Sections.Select(section => section with { Items = [.. section.Items.Select(RenumberItem)] })],
        };

        ReportItem RenumberItem(ReportItem item) => item with
        {
            Evidence = [.. item.Evidence.Select(RenumberLink)],
            Counter = [.. item.Counter.Select(RenumberLink)],
            Notes = Renumber(item.Notes),
        };

        ReportLink RenumberLink(ReportLink link) => link.Notes is { } notes ? link with { Notes = Renumber(notes) } : link;

        IReadOnlyList<ReportNote> Renumber(IReadOnlyList<ReportNote> notes) =>
            [.. notes.Select(note => note with { Id = numbers.Of<Annotation>(note.Id), Replies = Renumber(note.Replies) })];
    }
}

/// <param name="SavedAt">UTC.</param>
public sealed record ReportEdition(int Version, DateTime SavedAt, string? SavedBy);

/// <param name="Hash">SHA-256 of the original file, lower-case hexadecimal.</param>
public sealed record ReportDocument(int Id, string Title, string? Author, string? Published, int Version, string Hash);

/// <param name="Items">In the order of the report.</param>
public sealed record ReportSection(string Title, IReadOnlyList<ReportItem> Items);

/// <param name="Reference">The number of the passage.</param>
/// <param name="Counter">What rebuts or undercuts it.</param>
public sealed record ReportItem(
    int Reference, ReportChange Change, IReadOnlyList<ReportLink> Evidence, IReadOnlyList<ReportLink> Counter, IReadOnlyList<ReportNote> Notes);

/// <param name="Reference">The number of the passage at the other end.</param>
/// <param name="Notes">On that passage, where it is no statement of the report itself. Null for none, as in reports that were saved before there were any.</param>
public sealed record ReportLink(
    int Reference,
    RelationKind Kind,
    Status Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReportNote>? Notes = null);

/// <summary>A passage as it stood when the report was made.</summary>
/// <param name="Document">The place in <see cref="ReportContent.Documents"/>.</param>
/// <param name="Start">UTF-16 code units in the text of the document's version; <paramref name="End"/> lies after the last.</param>
/// <param name="DecidedBy">The name of who accepted or rejected it; null when nobody did or nobody was signed in.</param>
public sealed record ReportReference(
    int Number,
    int PassageId,
    int Document,
    int Start,
    int End,
    string Quote,
    string Prefix,
    string Suffix,
    Role Role,
    bool IsThesis,
    EvidenceKind? EvidenceKind,
    AttributionKind Attribution,
    string? AttributedTo,
    Stance Stance,
    double Confidence,
    Status Status,
    string? DecidedBy,
    IReadOnlyList<string> Themes);

/// <param name="At">UTC.</param>
/// <param name="Body">Markdown.</param>
public sealed record ReportNote(int Id, string Author, DateTime At, string Body, string Motivation, bool IsResolved, IReadOnlyList<ReportNote> Replies);

public enum ReportChange
{
    /// <summary>As in the version before, or there is none before.</summary>
    None,

    Added,
    Changed,
}

/// <param name="Unit">What is counted.</param>
public sealed record ReportBars(string Title, string Unit, IReadOnlyList<ReportBar> Rows);

/// <param name="Colour">A CSS hexadecimal colour.</param>
public sealed record ReportBar(string Label, int Count, string Colour);

/// <summary>The argument of one document, as far as the report tells of it.</summary>
/// <param name="Nodes">Numbers of references.</param>
public sealed record ReportMap(string Title, IReadOnlyList<int> Nodes, IReadOnlyList<ReportEdge> Edges);

public sealed record ReportEdge(int From, int To, RelationKind Kind);
