using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>Everything that the extractor says of one document. Equal texts give equal structures.</summary>
/// <param name="Sentences">In order, without overlap, each within one block.</param>
/// <param name="Passages">In order, without overlap, each within one sentence; every sentence outside <see cref="Unlabelled"/> is covered by its passages but for the white space between them.</param>
public sealed record ArgumentStructure(
    SourceDocument Document,
    ImmutableArray<TextSpan> Sentences,
    ImmutableArray<ExtractedPassage> Passages,
    ImmutableArray<ExtractedRelation> Relations)
{
    /// <summary>In order. Their sentences are among <see cref="Sentences"/>, without passages.</summary>
    public ImmutableArray<UnlabelledText> Unlabelled { get; init; } = [];
}

/// <param name="Id">Unique within the structure: 1, 2, 3 … in the order of the text.</param>
/// <param name="EvidenceKind">Given exactly when <paramref name="Role"/> is <see cref="Role.Evidence"/>.</param>
/// <param name="AttributedTo">The words that name the source of a reported view, such as "Critics"; null when the text names none or the view is the author's.</param>
/// <param name="Confidence">From 0 to 1: the estimated probability that <paramref name="Role"/> is right.</param>
/// <param name="Cues">Why: every label of this passage has at least one cue here.</param>
public sealed record ExtractedPassage(
    int Id,
    TextSpan Span,
    Role Role,
    bool IsThesis,
    EvidenceKind? EvidenceKind,
    AttributionKind Attribution,
    string? AttributedTo,
    Stance Stance,
    double Confidence,
    ImmutableArray<ThemeTag> Themes,
    ImmutableArray<Cue> Cues)
{
    /// <summary>The kind of evidence that the passage would be, whatever its role.</summary>
    public EvidenceKind KindAsEvidence { get; init; }

    /// <summary>Given exactly when <see cref="Role"/> is <see cref="Role.Claim"/>.</summary>
    public ClaimKind? ClaimKind { get; init; }

    /// <summary>Null when the words speak neither of doubt nor of certainty.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The figures given, in the order of the text.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The dates and periods named, in the order of the text.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    /// <summary>Null when the passage does not speak of the future.</summary>
    public Forecast? Forecast { get; init; }
}

/// <param name="Slug">The theme's slug in the codebook that the pipeline was built with.</param>
/// <param name="Score">Greater than 0, at most 1.</param>
/// <param name="Cues">The cue terms found, or the antecedent when the theme is carried over by anaphora.</param>
public sealed record ThemeTag(string Slug, double Score, ImmutableArray<Cue> Cues);

/// <summary>A relation from one passage to another of the same document.</summary>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record ExtractedRelation(int From, int To, RelationKind Kind, double Confidence, ImmutableArray<Cue> Cues);

/// <summary>One reason for one label: a rule of the catalogue and the words that triggered it.</summary>
/// <param name="Rule">The rule's name in the catalogue, which holds its explanation in plain words.</param>
/// <param name="Span">The triggering words in the normalised text; for a rule of position, the sentence or passage whose place counts.</param>
/// <param name="Weight">What the rule added to the label's score, in log-odds; negative where it spoke against it.</param>
public sealed record Cue(Label Label, string Rule, TextSpan Span, double Weight);
