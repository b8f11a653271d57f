using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>A passage of one document, by the caller's numbers.</summary>
public readonly record struct PassageReference(int Document, int Passage);

/// <summary>What two passages of different documents have to do with each other.</summary>
/// <param name="Score">From 0 to 1: how surely the two are related in this way.</param>
/// <param name="Conclusions">Whether the two documents conclude the same or the opposite, as far as their titles and theses show.</param>
/// <param name="Signs">Why, the weightiest first; never empty.</param>
public sealed record PassageConnection(
    PassageReference First,
    PassageReference Second,
    ConnectionKind Kind,
    double Score,
    Conclusions Conclusions,
    ImmutableArray<ConnectionSign> Signs)
{
    /// <summary>The same link, seen in the light of what the two documents conclude.</summary>
    /// <param name="sign">Why they are taken to conclude so; null where nothing is known.</param>
    public PassageConnection Under(Conclusions conclusions, ConnectionSign? sign) => this with
    {
        Kind = Kind == ConnectionKind.SameFigure && conclusions == Conclusions.Opposed ? ConnectionKind.OpposedFigure : Kind,
        Conclusions = conclusions,
        Signs = sign is null ? Signs : Signs.Add(sign),
    };
}

public enum ConnectionKind
{
    /// <summary>Both say the same.</summary>
    SameProposition,

    /// <summary>One says what the other denies, or gives another value for the same quantity.</summary>
    Contradiction,

    /// <summary>Both give the same value for the same quantity.</summary>
    SameFigure,

    /// <summary>Both give the same value for the same quantity, and their documents conclude the opposite.</summary>
    OpposedFigure,
}

public enum Conclusions
{
    Unknown,
    Alike,
    Opposed,
}

/// <summary>One reason for a link.</summary>
/// <param name="First">The words in the first passage's document.</param>
/// <param name="Second">The words in the second passage's document.</param>
/// <param name="Weight">From 0 to 1: the sign's part in the score, or how far it decides the kind.</param>
/// <param name="Explanation">A sentence for a reader who knows nothing of the method.</param>
public sealed record ConnectionSign(ConnectionRule Rule, TextSpan First, TextSpan Second, double Weight, string Explanation);

public enum ConnectionRule
{
    SharedWords,
    OppositePolarity,
    OppositeDirection,
    OppositeStance,
    SameValue,
    OtherValue,
    SameMeasure,
    SamePeriod,
    SameSource,
    Conclusions,
}
