using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A figure that a passage gives.</summary>
/// <param name="Span">The figure with its unit and the words that make it less exact: “almost a third”.</param>
/// <param name="Low">
/// The value in its base unit, magnitudes multiplied out; shares in percent, so that a third is 33.3. Less than
/// <paramref name="High"/> only in a range.
/// </param>
/// <param name="Unit">
/// <c>percent</c>, <c>percentage point</c>, an ISO 4217 code, a unit of measure in the singular, or for a count the key
/// of the counted noun (<see cref="Text.Words.WordForm"/>).
/// </param>
/// <param name="Measured">The words that name what is measured: “Russia’s exports”; null where they are not found.</param>
/// <param name="Period">The time that the figure holds for; null where the sentence names none.</param>
/// <param name="Source">The words that name who gives the figure: “the Central Bank of Russia”; null where the sentence names nobody.</param>
public sealed record Quantity(
    TextSpan Span,
    double Low,
    double High,
    string Unit,
    QuantityKind Kind,
    Approximation Approximation,
    TextSpan? Measured,
    TimeExpression? Period,
    TextSpan? Source);

public enum QuantityKind
{
    /// <summary>A part of a whole, in percent.</summary>
    Share,

    /// <summary>A difference between two shares.</summary>
    PercentagePoints,
    Money,

    /// <summary>Length, weight, time and the like.</summary>
    Measure,

    /// <summary>A number of things.</summary>
    Count,
}

/// <summary>How exactly a figure is meant.</summary>
public enum Approximation
{
    Exact,
    About,

    /// <summary>“Almost”, “nearly”: a little less.</summary>
    Almost,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
}
