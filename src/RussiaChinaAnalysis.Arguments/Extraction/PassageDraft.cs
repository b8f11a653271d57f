using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>A passage under construction: the scores of every label that is still open, and what led to them.</summary>
internal sealed class PassageDraft(TextSpan span, int sentence, int firstToken, int endToken, Joint joint)
{
    private readonly double[] scores = new double[Targets.Count];
    private readonly List<(Rule Rule, TextSpan Span)> applied = [];

    public TextSpan Span { get; } = span;

    public int Sentence { get; } = sentence;

    public int FirstToken { get; } = firstToken;

    public int EndToken { get; } = endToken;

    /// <summary>How the passage is joined to the rest of its sentence.</summary>
    public Joint Joint { get; } = joint;

    /// <summary>The senses of the cues that the passage opens with.</summary>
    public CueSenses Opening { get; set; }

    /// <summary>The first token after the opening cues.</summary>
    public int AfterOpening { get; set; } = firstToken;

    /// <summary>The senses of all cues in the passage.</summary>
    public CueSenses Senses { get; set; }

    public PassageTraits Traits { get; set; }

    public Role Role { get; set; }

    public bool IsThesis { get; set; }

    public EvidenceKind? EvidenceKind { get; set; }

    /// <summary>Gives a figure, a source or a case, and does not only argue.</summary>
    public bool IsFact => EvidenceKind is Extraction.EvidenceKind.Statistic or Extraction.EvidenceKind.Testimony or Extraction.EvidenceKind.Example;

    public ClaimKind? ClaimKind { get; set; }

    public Certainty? Certainty { get; set; }

    public AttributionKind Attribution { get; set; }

    public string? AttributedTo { get; set; }

    /// <summary>The view reported is one that the author answers, not one that he relies on.</summary>
    public bool IsOpponentsView { get; set; }

    /// <summary>Somebody who is no expert defends the view ("the union fears", "farmers argue"), so the author may be about to answer it.</summary>
    public bool IsDisputedView { get; set; }

    public Stance Stance { get; set; }

    public double Confidence { get; set; }

    public List<ThemeTag> Themes { get; } = [];

    public ImmutableArray<Quantity> Quantities { get; set; } = [];

    public ImmutableArray<TimeExpression> Times { get; set; } = [];

    public Forecast? Forecast { get; set; }

    public double this[Target target] => scores[(int)target];

    public void Apply(Rule rule, TextSpan span)
    {
        scores[(int)rule.Target] += rule.Weight;
        applied.Add((rule, span));
    }

    public bool Has(CueSense sense) => Senses.Has(sense);

    public bool Opens(CueSense sense) => Opening.Has(sense);

    public ExtractedPassage Freeze(int id) => new(
        id, Span, Role, IsThesis, Role == Extraction.Role.Evidence ? EvidenceKind : null, Attribution, AttributedTo, Stance, Confidence,
        [.. Themes], Explain())
    {
        KindAsEvidence = EvidenceKind ?? Extraction.EvidenceKind.Reason,
        ClaimKind = Role == Extraction.Role.Claim ? ClaimKind : null,
        Certainty = Certainty,
        Quantities = Quantities,
        Times = Times,
        Forecast = Forecast,
    };

    /// <summary>The rules that bear on the labels given: those for another value of the same label count against it.</summary>
    private ImmutableArray<Cue> Explain()
    {
        var cues = ImmutableArray.CreateBuilder<Cue>(applied.Count);
        foreach (var (rule, span) in applied)
            if (Sign(rule.Target) is var sign and not 0)
                cues.Add(new Cue(rule.Label, rule.Id, span, sign * rule.Weight));
        return cues.DrainToImmutable();
    }

    private int Sign(Target target) => target switch
    {
        Target.Claim or Target.Evidence or Target.Context => (int)target == (int)Role ? 1 : -1,
        Target.Statistic or Target.Testimony or Target.Example or Target.Reason =>
            Role != Extraction.Role.Evidence ? 0 : target - Target.Statistic == (int)EvidenceKind! ? 1 : 0,
        >= Target.Descriptive and <= Target.Predictive => target - Target.Descriptive == (int?)ClaimKind ? 1 : 0,
        Target.Hedged or Target.Emphatic => target - Target.Hedged == (int?)Certainty ? 1 : -1,
        Target.Thesis => IsThesis ? 1 : 0,
        Target.Opposing => Stance == Extraction.Stance.Opp ? 1 : -1,
        Target.Reported => Attribution == AttributionKind.Reported ? 1 : -1,
        _ => 1,
    };
}
