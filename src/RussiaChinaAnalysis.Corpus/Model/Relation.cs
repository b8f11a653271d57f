using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>From one passage to another, or to another relation; exactly one of the two targets is given.</summary>
public sealed class Relation : IConcurrencyChecked
{
    public int Id { get; private set; }

    public int FromPassageId { get; private set; }

    public required Passage FromPassage { get; init; }

    public int? ToPassageId { get; private set; }

    public Passage? ToPassage { get; init; }

    public int? ToRelationId { get; private set; }

    public Relation? ToRelation { get; init; }

    public required RelationKind Kind { get; set; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; set; }

    public Origin Origin { get; set; }

    public Status Status { get; set; }

    /// <inheritdoc cref="Passage.FormerStatus"/>
    public Status? FormerStatus { get; set; }

    public ImmutableArray<Cue> Cues { get; set; } = [];

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();
}
