using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A date or a period that a passage names, resolved to calendar years as far as the text allows.</summary>
/// <param name="Span">With the preposition that gives the direction: “since 2022”.</param>
/// <param name="FirstYear">The first year of the named period; null where it is open or unknown.</param>
/// <param name="LastYear">The last year of the named period, inclusive; null where it is open or unknown.</param>
/// <param name="Month">From 1 to 12, when one month is named.</param>
public sealed record TimeExpression(TextSpan Span, TimeRelation Relation, int? FirstYear, int? LastYear, int? Month)
{
    /// <summary>Whether the years of two expressions can overlap; unknown years overlap with everything.</summary>
    public bool MayOverlap(TimeExpression other) =>
        !(LastYear < other.FirstYear) && !(other.LastYear < FirstYear);
}

/// <summary>How what is said lies to the named time.</summary>
public enum TimeRelation
{
    In,
    Since,
    After,
    Before,
    Until,
    By,
}
