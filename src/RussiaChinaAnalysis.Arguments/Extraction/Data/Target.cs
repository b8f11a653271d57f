namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>What a rule speaks for. The order within roles, evidence kinds, claim kinds and certainties is that of the public enums.</summary>
internal enum Target
{
    Claim,
    Evidence,
    Context,
    Statistic,
    Testimony,
    Example,
    Reason,
    Thesis,
    Opposing,
    Reported,
    Boundary,
    Supports,
    Rebuts,
    Undercuts,
    Exemplifies,
    Restates,
    Theme,
    Quantity,
    Time,
    Forecast,
    Descriptive,
    Causal,
    Evaluative,
    Normative,
    Predictive,
    Hedged,
    Emphatic,
}

internal static class Targets
{
    public const int Count = (int)Target.Emphatic + 1;

    public static Label LabelOf(Target target) => target switch
    {
        Target.Claim or Target.Evidence or Target.Context => Label.Role,
        Target.Statistic or Target.Testimony or Target.Example or Target.Reason => Label.EvidenceKind,
        Target.Thesis => Label.Thesis,
        Target.Opposing => Label.Stance,
        Target.Reported => Label.Attribution,
        Target.Boundary => Label.Boundary,
        Target.Theme => Label.Theme,
        Target.Quantity => Label.Quantity,
        Target.Time => Label.Time,
        Target.Forecast => Label.Forecast,
        >= Target.Descriptive and <= Target.Predictive => Label.ClaimKind,
        Target.Hedged or Target.Emphatic => Label.Certainty,
        _ => Label.Relation,
    };
}
