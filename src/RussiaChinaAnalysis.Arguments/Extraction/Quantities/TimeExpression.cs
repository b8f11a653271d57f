using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A date or a period that a passage names, resolved to calendar years as far as the text allows.</summary>
/// <param name="Span">With the preposition that gives the direction: “since 2022”.</param>
/// <param name="FirstYear">The first year of the named period; null where it is open or unknown.</param>
/// <param name="LastYear">The last year of the named period, inclusive; null where it is open or unknown.</param>
/// <param name="Month">From 1 to 12, when one month is named.</param>
public sealed record TimeExpression(TextSpan Span, TimeRelation Relation, int? FirstYear, int? LastYear, int? Month)
{
    private const int MonthsOfYear = 12;

    /// <summary>Whether the two can overlap, by months where both name one; unknown years overlap with everything.</summary>
    public bool MayOverlap(TimeExpression other)
    {
        // “In March” and “in May”, of whichever years.
        if (Month is { } mine && other.Month is { } theirs && mine != theirs && IsWithin && other.IsWithin)
            return false;
        return !(LastMonth < other.FirstMonth) && !(other.LastMonth < FirstMonth);
    }

    /// <summary>Whether both name one period, as far as it is known.</summary>
    public bool IsSamePeriod(TimeExpression other) =>
        (FirstYear ?? LastYear) is not null && FirstYear == other.FirstYear && LastYear == other.LastYear && Month == other.Month;

    private bool IsWithin => Relation is TimeRelation.In or TimeRelation.By;

    private int? FirstMonth => (FirstYear * MonthsOfYear) + ((Month ?? 1) - 1);

    private int? LastMonth => (LastYear * MonthsOfYear) + ((Month ?? MonthsOfYear) - 1);
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
