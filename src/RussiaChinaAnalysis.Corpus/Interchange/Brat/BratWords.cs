namespace RussiaChinaAnalysis.Corpus.Interchange.Brat;

/// <summary>The names of types, attributes and notes in standoff files.</summary>
internal static class BratWords
{
    public const string Thesis = "Thesis";
    public const string EvidenceKind = "EvidenceKind";
    public const string Stance = "Stance";
    public const string Attribution = "Attribution";
    public const string Status = "Status";
    public const string Themes = "Themes";
    public const string AttributedTo = "AttributedTo";

    /// <summary>Goes with the files, so that brat knows the types.</summary>
    public const string Configuration = """
        [entities]
        Claim
        Evidence
        Context

        [relations]
        Supports	Arg1:<ENTITY>, Arg2:<ENTITY>
        Rebuts	Arg1:<ENTITY>, Arg2:<ENTITY>
        Undercuts	Arg1:<ENTITY>, Arg2:<ENTITY>
        Exemplifies	Arg1:<ENTITY>, Arg2:<ENTITY>
        Restates	Arg1:<ENTITY>, Arg2:<ENTITY>

        [events]

        [attributes]
        Thesis	Arg:Claim
        EvidenceKind	Arg:Evidence, Value:statistic|testimony|example|reason
        Stance	Arg:<ENTITY>, Value:pro|opp
        Attribution	Arg:<ENTITY>, Value:author|reported
        Status	Arg:<ENTITY>, Value:accepted

        """;
}
