using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>One page of a list of passages, with the exact counts around it.</summary>
/// <param name="Total">All passages that match the filter, not only those on this page.</param>
/// <param name="Next">Cursor of the following page; null on the last.</param>
/// <param name="Previous">Cursor of the preceding page; null on the first.</param>
public sealed record PassagePage(
    IReadOnlyList<PassageRow> Rows,
    int Total,
    string? Next,
    string? Previous,
    IReadOnlyList<FacetCounts> Facets)
{
    /// <summary>What is being shown, in one sentence without a full stop. Plain text, to be encoded where it is shown.</summary>
    public required string Description { get; init; }

    /// <summary>How many of them nobody has decided about.</summary>
    public required int Undecided { get; init; }

    /// <summary>The filter without the choices that name nothing in this corpus.</summary>
    public required PassageFilter Filter { get; init; }

    /// <summary>One sentence for each part of the query that was left out, such as an unknown theme or a broken cursor.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Said where the best match was asked for first, and what was found is too much to rank it. Nothing is left out.</summary>
    public string? Notice { get; init; }
}

/// <param name="Hits">Where the search found its words, as spans of <paramref name="Quote"/>; empty without a search.</param>
/// <param name="Supports">How many passages support or exemplify this one; what is rejected does not count.</param>
/// <param name="Attacks">How many rebut or undercut it, in the same way.</param>
public sealed record PassageRow(
    int Id,
    int DocumentId,
    string DocumentTitle,
    string? Author,
    int Ordinal,
    TextSpan Span,
    string Quote,
    Role Role,
    bool IsThesis,
    EvidenceKind? EvidenceKind,
    AttributionKind Attribution,
    string? AttributedTo,
    Stance Stance,
    double Confidence,
    Origin Origin,
    Status Status,
    int Supports,
    int Attacks,
    IReadOnlyList<ThemeLabel> Themes,
    IReadOnlyList<TextSpan> Hits)
{
    public ClaimKind? ClaimKind { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>Spans count in the document's text, here and below.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    public Forecast? Forecast { get; init; }

    /// <summary>What people had decided before the words changed, where it is to be decided again; null otherwise.</summary>
    public Status? FormerStatus { get; init; }

    /// <summary>What the passage must be changed with: of the very state that this row shows, so that who changes an outdated one is told.</summary>
    [JsonIgnore]
    public Guid Token { get; init; }
}

public sealed record ThemeLabel(string Slug, string Name, string Colour);

/// <param name="Values">Values that occur under the other facets' choices or are chosen themselves: fixed order for enums, otherwise most frequent first, then by label.</param>
/// <param name="Omitted">How many of the least frequent values a long list leaves out.</param>
public sealed record FacetCounts(Facet Facet, IReadOnlyList<FacetValue> Values, int Omitted = 0);

/// <param name="Value">The key that a <see cref="FacetChoice"/> takes.</param>
/// <param name="Label">The words that a person reads.</param>
/// <param name="Count">Passages with this value that match the search and the choices of all other facets.</param>
public sealed record FacetValue(string Value, string Label, int Count, FacetState State);

public enum FacetState
{
    Open,
    Chosen,
    RuledOut,
}
