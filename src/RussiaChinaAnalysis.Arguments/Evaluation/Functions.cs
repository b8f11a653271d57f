using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>What a segment does: the reduced set of functions of Peldszus and Stede (2015).</summary>
internal enum Function
{
    Thesis,
    Support,
    Attack,

    /// <summary>Neither thesis nor the start of a relation.</summary>
    None,
}

internal static class Functions
{
    public static readonly ImmutableArray<string> Names = ClassNames.All<Function>();

    public static string Name(Function? function) => ClassNames.Of(function ?? Function.None);

    /// <summary>Null where relations were not labelled.</summary>
    public static Function? Of(LabelledSegment segment) => segment switch
    {
        { Relations: null } => null,
        { IsThesis: true } => Function.Thesis,
        { Relations: [var first, ..] } => first.Kind is RelationKind.Rebuts or RelationKind.Undercuts ? Function.Attack : Function.Support,
        _ => Function.None,
    };
}
