using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports.Figures;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>The words of a report that every format says alike.</summary>
public static class ReportWords
{
    public const string Contents = "Contents";
    public const string Figures = "Figures";
    public const string References = "References";
    public const string Documents = "Documents";
    public const string Removed = "No longer in this report";

    public static string Byline(ReportContent content) => string.Join(", ", content.Authors);

    /// <summary>What the report covers, and which version it is.</summary>
    public static string Coverage(ReportContent content)
    {
        var count = content.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Reference).Count();
        var coverage = string.Create(English, $"{content.Selection}: {count:N0} {(count == 1 ? "statement" : "statements")} from {content.Documents.Count:N0} {(content.Documents.Count == 1 ? "document" : "documents")}.");
        return content.Edition is { } edition
            ? string.Create(English, $"{coverage} Version {edition.Version}, {edition.SavedAt:d MMMM yyyy}{(edition.SavedBy is { } person ? $", saved by {person}" : "")}.")
            : $"{coverage} Preview.";
    }

    /// <summary>What a passage is: “Claim, view of sceptics, against the thesis, accepted by A. Reviewer”.</summary>
    public static string Labels(ReportReference reference)
    {
        var words = new List<string> { reference.IsThesis ? "Thesis" : reference.Role.ToString() };
        if (reference.EvidenceKind is { } kind)
            words.Add(kind.ToString().ToLowerInvariant());
        if (reference.Attribution == AttributionKind.Reported)
            words.Add(reference.AttributedTo is { } source ? $"view of {source}" : "a reported view");
        if (reference.Stance == Stance.Opp)
            words.Add("against the thesis");
        words.Add(Decision(reference));
        return string.Join(", ", words);
    }

    public static string Decision(ReportReference reference) => reference.Status switch
    {
        Status.Suggested => "suggested",
        var status => reference.DecidedBy is { } person ? $"{status.ToString().ToLowerInvariant()} by {person}" : status.ToString().ToLowerInvariant(),
    };

    /// <summary>What the passage at the start of the relation does to the statement above it.</summary>
    public static string Does(RelationKind kind) => kind switch
    {
        RelationKind.Supports => "Supported by",
        RelationKind.Exemplifies => "Exemplified by",
        RelationKind.Rebuts => "Rebutted by",
        RelationKind.Undercuts => "Undercut by",
        RelationKind.Restates => "Restated by",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The same of a relation, and whether a person has rejected it.</summary>
    public static string Does(ReportLink link) => link.Status == Status.Rejected ? $"{Does(link.Kind)} (this relation was rejected)" : Does(link.Kind);

    /// <summary>What a reader has to know of a statement before its words.</summary>
    public static IReadOnlyList<string> Marks(ReportItem item, ReportReference reference)
    {
        var marks = new List<string>();
        if (item.Change != ReportChange.None)
            marks.Add(item.Change == ReportChange.Added ? "New" : "Changed");
        if (reference.Status == Status.Rejected)
            marks.Add("Rejected");
        return marks;
    }

    public static string Source(ReportDocument document) =>
        string.Join(", ", new[] { document.Author, document.Title, document.Published }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Where exactly the passage stands.</summary>
    public static string Place(ReportDocument document, ReportReference reference) => $"{Edition(document)}, {Characters(reference)}";

    /// <summary>Which version of a document is quoted.</summary>
    public static string Edition(ReportDocument document) => string.Create(CultureInfo.InvariantCulture, $"version {document.Version}, SHA-256 {document.Hash}");

    public static string Characters(ReportReference reference) => string.Create(CultureInfo.InvariantCulture, $"characters {reference.Start}–{reference.End}");

    public static string Day(DateTime utc) => utc.ToString("d MMMM yyyy", English);

    public static IReadOnlyList<ReportFigure> Drawings(ReportContent content) =>
        [.. content.Charts.Select(bars => new ReportFigure(BarDrawing.Of(bars), Outlined: null)), .. content.Maps.SelectMany(map => Drawings(content, map))];

    private static IEnumerable<ReportFigure> Drawings(ReportContent content, ReportMap map)
    {
        var parts = ArgumentMap.DrawInParts(map.Title, Nodes(content, map), Edges(map));
        return parts.Select((drawing, place) => new ReportFigure(drawing, place == parts.Count - 1 ? map : null));
    }

    /// <summary>Above what the map shows, in words.</summary>
    public static string OutlineTitle(ReportMap map) => $"{map.Title}, as an outline";

    public static IReadOnlyList<MapLine> Outline(ReportContent content, ReportMap map) => ArgumentMap.Outline(Nodes(content, map), Edges(map));

    private static MapNode[] Nodes(ReportContent content, ReportMap map) =>
    [
        .. map.Nodes.Select(number => content.Reference(number)).Select(reference => new MapNode(
            reference.Number,
            string.Create(CultureInfo.InvariantCulture, $"{(reference.IsThesis ? "Thesis" : reference.Role.ToString())} [{reference.Number}]"),
            reference.Quote,
            reference.Role,
            reference.IsThesis)),
    ];

    private static MapEdge[] Edges(ReportMap map) => [.. map.Edges.Select(edge => new MapEdge(edge.From, edge.To, edge.Kind))];

    private static CultureInfo English => CultureInfo.InvariantCulture;
}

/// <param name="Outlined">The map that is shown in words below the picture; null for none.</param>
public sealed record ReportFigure(Drawing Drawing, ReportMap? Outlined);
