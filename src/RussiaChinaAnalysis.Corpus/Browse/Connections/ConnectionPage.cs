using RussiaChinaAnalysis.Arguments.Comparison;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <summary>Which connections are asked for; null asks for all.</summary>
/// <param name="Theme">The slug of a theme that one of the two passages bears, or a theme below it.</param>
/// <param name="Document">One of the two documents.</param>
/// <param name="Other">The other of the two documents.</param>
public sealed record ConnectionFilter(ConnectionKind? Kind = null, string? Theme = null, int? Document = null, int? Other = null);

/// <param name="After">The <see cref="ConnectionPage.Next"/> of the page before; null for the first page.</param>
/// <param name="Size">From 1 to 200.</param>
public sealed record ConnectionQuery(ConnectionFilter Filter, string? After = null, int Size = 25);

/// <summary>One page of connections, the surest first.</summary>
/// <param name="Total">All that match the filter, not only those on this page.</param>
/// <param name="Next">Cursor of the following page; null on the last.</param>
/// <param name="Kinds">How many there are of each kind that match the rest of the filter; every kind is there.</param>
/// <param name="Documents">The documents with the most connections that match the rest of the filter, the most first.</param>
/// <param name="Themes">In the codebook's order.</param>
public sealed record ConnectionPage(
    IReadOnlyList<ConnectionRow> Rows,
    int Total,
    string? Next,
    IReadOnlyList<KindCount> Kinds,
    IReadOnlyList<DocumentChoice> Documents,
    IReadOnlyList<ThemeLabel> Themes)
{
    /// <summary>The filter without what names nothing in this corpus.</summary>
    public required ConnectionFilter Filter { get; init; }

    /// <summary>One sentence for each part of the query that was left out.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

public sealed record KindCount(ConnectionKind Kind, int Count);

public sealed record DocumentChoice(int Id, string Title);

/// <summary>Two passages of different documents, and what they have to do with each other.</summary>
/// <param name="First">Of the document that was imported earlier; its hits are the words that the signs name.</param>
/// <param name="Score">From 0 to 1: how surely the two are related in this way.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
public sealed record ConnectionRow(
    int Id, ConnectionKind Kind, double Score, PassageRow First, PassageRow Second, IReadOnlyList<ConnectionReason> Reasons)
{
    public PassageRow OtherThan(int passage) => First.Id == passage ? Second : First;
}

/// <summary>One reason for a connection.</summary>
/// <param name="First">The words in the first document; null where they stand outside the passage.</param>
/// <param name="Second">The words in the second document; null where they stand outside the passage.</param>
/// <param name="Weight">From 0 to 1: the part in the score, or how far it decides the kind.</param>
/// <param name="Explanation">For a reader who knows nothing of the method.</param>
public sealed record ConnectionReason(ConnectionRule Rule, string? First, string? Second, double Weight, string Explanation);
