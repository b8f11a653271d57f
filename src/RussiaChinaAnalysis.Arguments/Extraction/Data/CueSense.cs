namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>
/// What a cue of <c>data/extraction/lexicon.yaml</c> tells. The file names each sense in kebab case and says what it
/// means; at most 128, for <see cref="CueSenses"/>.
/// </summary>
internal enum CueSense
{
    Because,
    SinceAs,
    EvidencedBy,
    DueTo,
    PremiseOpener,
    Therefore,
    ResultClause,
    InConclusion,
    Contrast,
    ContrastAdverb,
    Although,
    While,
    Despite,
    EvenIf,
    Concession,
    Rejoinder,
    Exception,
    Addition,
    FirstPoint,
    NextPoint,
    LastPoint,
    Example,
    ExampleClause,
    Restatement,
    Elaboration,
    Condition,
    Finding,
    Deontic,
    Necessity,
    Possibility,
    Prediction,
    Opinion,
    Thesis,
    Emphasis,
    Hedge,
    Evaluation,
    Causal,
    Importance,
    Advantage,
    Opponent,
    GeneralOpinion,
    Authority,
    Study,
    Saying,
    Arguing,
    Accordance,
    Quantity,
    Proportion,
    Increase,
    Month,
    Past,
    PersonalStory,
    Roadmap,
    Announcement,
    OtherSide,
    OneSide,
    Rhetorical,
    Debate,
    Disputing,
    Expertise,
    Negation,
    Doubt,
    Assurance,
    Share,
    Party,
    Agenda,
    Transition,
    Topic,
    Pointing,
    Verdict,
    People,
    Attitude,
}

/// <summary>A set of senses.</summary>
internal readonly record struct CueSenses(UInt128 Bits)
{
    public bool IsEmpty => Bits == UInt128.Zero;

    public bool Has(CueSense sense) => (Bits >> (int)sense & UInt128.One) != UInt128.Zero;

    public bool HasAny(CueSenses others) => (Bits & others.Bits) != UInt128.Zero;

    public static CueSenses operator |(CueSenses left, CueSenses right) => new(left.Bits | right.Bits);

    public static CueSenses Of(params ReadOnlySpan<CueSense> senses)
    {
        var bits = UInt128.Zero;
        foreach (var sense in senses)
            bits |= UInt128.One << (int)sense;
        return new(bits);
    }
}
