using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Comparison;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// What the program found two passages of different documents to have in common. Derived: made when a document comes
/// in, and gone with either passage.
/// </summary>
public sealed class Connection
{
    public int Id { get; private set; }

    /// <summary>The passage of the document with the smaller id.</summary>
    public required int FirstPassageId { get; init; }

    public Passage FirstPassage { get; private set; } = null!;

    public required int SecondPassageId { get; init; }

    public Passage SecondPassage { get; private set; } = null!;

    public required int FirstDocumentId { get; init; }

    public required int SecondDocumentId { get; init; }

    public required ConnectionKind Kind { get; init; }

    /// <summary>From 0 to 1: how surely the two are related in this way.</summary>
    public required double Score { get; init; }

    /// <summary>Why, the weightiest first; spans count in the texts of the two documents.</summary>
    public required ImmutableArray<ConnectionSign> Signs { get; init; }
}
