using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>What makes a passage a statement on the future.</summary>
/// <param name="Span">The predicting words: “will”, “is unlikely to”.</param>
/// <param name="Horizon">The time by which it is to come true; null where the passage names none.</param>
public sealed record Forecast(TextSpan Span, Likelihood Likelihood, TimeExpression? Horizon);

/// <summary>How likely the author says it is, from the most to the least.</summary>
public enum Likelihood
{
    Certain,
    Likely,
    Possible,
    Unlikely,

    /// <summary>“Will not”, “won’t”.</summary>
    Excluded,
}
