using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// A span of one document version with its labels. Where it stands is said twice, by position and by quotation
/// (W3C TextPositionSelector and TextQuoteSelector), so that it can be found again in a later version.
/// </summary>
public sealed class Passage : IConcurrencyChecked
{
    /// <summary>How much text is kept on either side of the quote, in UTF-16 code units.</summary>
    public const int ContextLength = Anchor.ContextLength;

    public int Id { get; private set; }

    public int DocumentId { get; private set; }

    public Document Document { get; init; } = null!;

    public int VersionId { get; private set; }

    public DocumentVersion Version { get; set; } = null!;

    /// <summary>1, 2, 3 … in the order of the text.</summary>
    public required int Ordinal { get; set; }

    /// <summary>UTF-16 code units in the version's text; <see cref="End"/> is the first unit after the passage.</summary>
    public required int Start { get; set; }

    public required int End { get; set; }

    public required string Quote { get; set; }

    /// <summary>The text just before the quote, at most <see cref="ContextLength"/> units.</summary>
    public required string Prefix { get; set; }

    /// <summary>The text just after the quote, at most <see cref="ContextLength"/> units.</summary>
    public required string Suffix { get; set; }

    public Role Role { get; set; }

    public bool IsThesis { get; set; }

    /// <summary>Given exactly when <see cref="Role"/> is <see cref="Role.Evidence"/>.</summary>
    public EvidenceKind? EvidenceKind { get; set; }

    /// <summary>Never given unless <see cref="Role"/> is <see cref="Role.Claim"/>.</summary>
    public ClaimKind? ClaimKind { get; set; }

    /// <summary>Null when the words speak neither of doubt nor of certainty.</summary>
    public Certainty? Certainty { get; set; }

    public AttributionKind Attribution { get; set; }

    public string? AttributedTo { get; set; }

    public Stance Stance { get; set; }

    /// <summary>From 0 to 1: the estimated probability that the role is right.</summary>
    public double Confidence { get; set; }

    public Origin Origin { get; set; }

    public Status Status { get; set; }

    /// <summary>What people had decided before the words changed; the decision is to be made again. Null when there was none, or it holds.</summary>
    public Status? FormerStatus { get; set; }

    /// <summary>
    /// How many relations support or exemplify this passage; neither they nor the passages they come from are rejected.
    /// The database keeps it, because lists filter and count by it; see <c>derived.sql</c>.
    /// </summary>
    public int SupportCount { get; private set; }

    /// <summary>In the same way, how many rebut or undercut this passage.</summary>
    public int AttackCount { get; private set; }

    /// <summary>The figures that the passage gives, in the order of the text; spans count in the version's text.</summary>
    public ImmutableArray<Quantity> Quantities { get; set; } = [];

    /// <summary>The dates and periods that the passage names, in the order of the text; spans count in the version's text.</summary>
    public ImmutableArray<TimeExpression> Times { get; set; } = [];

    /// <summary>Null when the passage does not speak of the future.</summary>
    public Forecast? Forecast { get; set; }

    /// <summary>Why the passage is labelled so; spans count in the version's text.</summary>
    public ImmutableArray<Cue> Cues { get; set; } = [];

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();

    public List<PassageTheme> Themes { get; } = [];

    public TextSpan Span => new(Start, End);
}
