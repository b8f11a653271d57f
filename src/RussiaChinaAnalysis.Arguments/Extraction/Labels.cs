namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>What a passage does in the argument (in the literature: claim, premise, non-argumentative unit).</summary>
public enum Role
{
    Claim,
    Evidence,
    Context,
}

public enum EvidenceKind
{
    Statistic,
    Testimony,

    /// <summary>An event, a case or an anecdote.</summary>
    Example,

    /// <summary>A premise that is only argued.</summary>
    Reason,
}

/// <summary>What kind of statement a claim is.</summary>
public enum ClaimKind
{
    /// <summary>Says how things are.</summary>
    Descriptive,

    /// <summary>Says what brings about what.</summary>
    Causal,

    /// <summary>Judges something as good or bad.</summary>
    Evaluative,

    /// <summary>Says what ought to be done.</summary>
    Normative,

    /// <summary>Says what will be.</summary>
    Predictive,
}

/// <summary>How sure the words of a passage make it sound.</summary>
public enum Certainty
{
    /// <summary>“May”, “perhaps”, “it seems”: room is left for doubt.</summary>
    Hedged,

    /// <summary>“Clearly”, “without doubt”: no room is left.</summary>
    Emphatic,
}

/// <summary>Whose view a passage gives.</summary>
public enum AttributionKind
{
    Author,

    /// <summary>Somebody's whom the author reports or answers.</summary>
    Reported,
}

/// <summary>Toward the document's thesis.</summary>
public enum Stance
{
    Pro,
    Opp,
}

/// <summary>
/// Kinds of relation, after the Argument Interchange Format: supports and exemplifies are RA nodes, rebuts and
/// undercuts CA nodes, restates is an MA node.
/// </summary>
public enum RelationKind
{
    Supports,
    Rebuts,
    Undercuts,
    Exemplifies,
    Restates,
}

/// <summary>Which decision of the extractor a cue explains.</summary>
public enum Label
{
    Boundary,
    Role,
    Thesis,
    EvidenceKind,
    Attribution,
    Stance,
    Theme,
    Relation,
    Quantity,
    Time,
    Forecast,
    ClaimKind,
    Certainty,
}
