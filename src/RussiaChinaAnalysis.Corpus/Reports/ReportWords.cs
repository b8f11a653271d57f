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

    public static string? Mark(ReportChange change) => change switch
    {
        ReportChange.Added => "New",
        ReportChange.Changed => "Changed",
        _ => null,
    };

    public static string Source(ReportDocument document) =>
        string.Join(", ", new[] { document.Author, document.Title, document.Published }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Where exactly the passage stands.</summary>
    public static string Place(ReportDocument document, ReportReference reference) => string.Create(
        CultureInfo.InvariantCulture, $"version {document.Version}, SHA-256 {document.Hash}, characters {reference.Start}–{reference.End}");

    public static string Day(DateTime utc) => utc.ToString("d MMMM yyyy", English);

    public static IReadOnlyList<(string Title, Drawing Drawing)> Drawings(ReportContent content) =>
    [
        .. content.Charts.Select(bars => (bars.Title, BarDrawing.Of(bars))),
        .. content.Maps.Select(map => (map.Title, ArgumentMap.Draw(map.Title, Nodes(content, map), Edges(map)))),
    ];

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
