using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// What one labeller, a person or a program, says of one text. What the labeller was not asked for is null and is
/// left out of the measurement; an empty list is an answer.
/// </summary>
/// <param name="Sentences">In order, without overlap; null when this labeller gives no sentences.</param>
/// <param name="Segments">In order, without overlap.</param>
/// <param name="IsPartial">The labeller has not come to all of the text yet, so nothing follows from words without a segment.</param>
public sealed record Labelling(ImmutableArray<TextSpan>? Sentences, ImmutableArray<LabelledSegment> Segments, bool IsPartial = false)
{
    public static Labelling Of(ArgumentStructure structure)
    {
        var relations = structure.Relations
            .OrderByDescending(relation => relation.Confidence)
            .ToLookup(relation => relation.From, relation => new LabelledRelation(relation.To, relation.Kind) { Confidence = relation.Confidence });
        return new(structure.Sentences, [.. structure.Passages.Select(passage => LabelledSegment.Of(passage, [.. relations[passage.Id]]))]);
    }
}

/// <param name="Id">Unique within the labelling.</param>
/// <param name="EvidenceKind">Null where the role is not evidence, or where the kind was not asked for.</param>
/// <param name="Stance">Null where the segment takes none, as context does, or where it was not asked for.</param>
/// <param name="Confidence">From 0 to 1, that the role is right; null when a person labelled.</param>
/// <param name="Relations">The relations that start here, the surest first; null where they were not asked for.</param>
/// <param name="Themes">Slugs of the codebook; null where they were not asked for.</param>
public sealed record LabelledSegment(
    int Id,
    TextSpan Span,
    Role? Role = null,
    bool? IsThesis = null,
    EvidenceKind? EvidenceKind = null,
    AttributionKind? Attribution = null,
    string? AttributedTo = null,
    Stance? Stance = null,
    double? Confidence = null,
    ImmutableArray<LabelledRelation>? Relations = null,
    ImmutableArray<string>? Themes = null)
{
    /// <summary>The kind that the labeller gives the segment when told that it is evidence; null when a person labelled.</summary>
    public EvidenceKind? KindAsEvidence { get; init; }

    internal static LabelledSegment Of(ExtractedPassage passage, ImmutableArray<LabelledRelation> relations) => new(
        passage.Id,
        passage.Span,
        passage.Role,
        passage.IsThesis,
        passage.EvidenceKind,
        passage.Attribution,
        passage.AttributedTo,
        passage.Stance,
        passage.Confidence,
        relations,
        [.. passage.Themes.Select(theme => theme.Slug)])
    {
        KindAsEvidence = passage.KindAsEvidence,
    };
}

/// <param name="Target">The <see cref="LabelledSegment.Id"/> that it leads to; for an undercut, the segment whose relation is attacked.</param>
/// <param name="Joined">
/// The segment is a ground only together with <paramref name="Target"/> (a linked premise). It counts as support of
/// its partner, as in the dependency trees of Peldszus and Stede (2015).
/// </param>
public sealed record LabelledRelation(int Target, RelationKind Kind, bool Joined = false)
{
    /// <summary>From 0 to 1, that target and kind are right; null when a person labelled.</summary>
    public double? Confidence { get; init; }
}
