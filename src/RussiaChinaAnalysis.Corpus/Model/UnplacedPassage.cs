using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// A passage that people had decided about and whose words could not be found in a later version. It is no part of the
/// argument any more, but it is never lost.
/// </summary>
public sealed class UnplacedPassage
{
    public int Id { get; private set; }

    public int DocumentId { get; private set; }

    public required Document Document { get; init; }

    /// <summary>The last version that held the words; positions count in its text.</summary>
    public required int VersionId { get; init; }

    /// <summary>The number that the passage had.</summary>
    public required int PassageId { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Quote { get; init; }

    public required Role Role { get; init; }

    public required bool IsThesis { get; init; }

    public required EvidenceKind? EvidenceKind { get; init; }

    public required Stance Stance { get; init; }

    public required Origin Origin { get; init; }

    public required Status Status { get; init; }

    /// <summary>What was decided of its themes and relations, one sentence each.</summary>
    public required ImmutableArray<string> Links { get; init; }

    /// <summary>When somebody has dealt with it, UTC; null as long as it waits.</summary>
    public DateTime? SettledAt { get; set; }
}
