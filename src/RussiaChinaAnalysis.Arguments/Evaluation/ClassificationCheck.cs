using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>One question whose answer is one of a few classes.</summary>
/// <param name="Classes">All that either side may answer, in the order in which they are shown.</param>
/// <param name="Judge">The two answers for each unit of one text; nothing where the gold labels have no answer.</param>
internal sealed record ClassificationCheck(
    string Name,
    string Description,
    ImmutableArray<string> Classes,
    Func<Comparison, IEnumerable<(string Gold, string Other)>> Judge)
{
    private const string None = "none";

    private static readonly ImmutableArray<string> Roles = ClassNames.All<Role>();
    private static readonly ImmutableArray<string> Kinds = [.. ClassNames.All<EvidenceKind>(), None];

    public static readonly ImmutableArray<ClassificationCheck> All =
    [
        new("role", "each segment: claim, evidence or context", Roles,
            text => text.Pairs(segment => segment.Role).Select(pair => (ClassNames.Of(pair.Gold), ClassNames.Of(pair.Other?.Role ?? Role.Context)))),
        new("role by sentence", "each sentence: claim if it holds one, otherwise evidence if it holds some", Roles,
            text => SentenceRoles.Of(text, innerParagraphs: false)),
        new("role by sentence, inner paragraphs", "the same without the first and the last paragraph", Roles,
            text => SentenceRoles.Of(text, innerParagraphs: true)),
        new("by place alone: role by sentence", "no measure of the labels: what the place of each sentence alone would give", Roles,
            text => SentenceRoles.ByPlaceAlone(text, innerParagraphs: false)),
        new("by place alone: inner paragraphs", "the same without the first and the last paragraph", Roles,
            text => SentenceRoles.ByPlaceAlone(text, innerParagraphs: true)),
        new("central claim", "each segment: the thesis or not", ["thesis", "other"],
            text => text.Pairs(segment => segment.IsThesis).Select(pair => (Thesis(pair.Gold), Thesis(pair.Other?.IsThesis ?? false)))),
        new("stance", "each segment that takes one: for or against the thesis", ClassNames.All<Stance>(),
            text => text.Pairs(segment => segment.Stance).Select(pair => (ClassNames.Of(pair.Gold), ClassNames.Of(pair.Other?.Stance ?? Stance.Pro)))),
        new("function", "each segment: thesis, support or attack", Functions.Names,
            text => text.Pairs(Functions.Of).Select(pair => (Functions.Name(pair.Gold), Functions.Name(pair.Other is null ? null : Functions.Of(pair.Other))))),
        new("evidence kind, given evidence", "each segment that is evidence: its kind", Kinds,
            text => text.Pairs(segment => segment.EvidenceKind).Select(pair => (ClassNames.Of(pair.Gold), KindGivenEvidence(pair.Other)))),
        new("evidence kind, given facts", "each segment that is statistic, testimony or example: which of them", Kinds,
            text => text.Pairs(segment => segment.EvidenceKind).Where(pair => pair.Gold != EvidenceKind.Reason).Select(pair => (ClassNames.Of(pair.Gold), KindGivenEvidence(pair.Other)))),
        new("evidence kind, all segments", "each segment: its kind if it is evidence, otherwise none", Kinds,
            text => text.Segments.Where(segment => segment.Role is not null).Select(segment => (Kind(segment), Kind(text.OtherFor(segment))))),
        new("attribution", "each segment: the author's view or a reported one", ClassNames.All<AttributionKind>(),
            text => text.Pairs(segment => segment.Attribution).Select(pair => (ClassNames.Of(pair.Gold), ClassNames.Of(pair.Other?.Attribution ?? AttributionKind.Author)))),
        new("attachment pairs", "each ordered pair of segments: related or not (Peldszus and Stede 2015)", ["related", "unrelated"],
            RelationPairs.Attachment),
        new("relation kind", "each relation that both sides draw: its kind", ClassNames.All<RelationKind>(),
            RelationPairs.Kinds),
    ];

    private static string Thesis(bool isThesis) => isThesis ? "thesis" : "other";

    /// <summary>That the segment is evidence is given, so a wrong role is no answer to the question which kind it is.</summary>
    private static string KindGivenEvidence(LabelledSegment? segment) =>
        segment?.KindAsEvidence is { } kind ? ClassNames.Of(kind) : Kind(segment);

    private static string Kind(LabelledSegment? segment) => segment?.EvidenceKind is { } kind ? ClassNames.Of(kind) : None;
}
