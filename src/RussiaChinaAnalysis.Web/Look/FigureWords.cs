using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>Figures, times and forecasts told in words, as the program has read them.</summary>
public static class FigureWords
{
    /// <summary>“about 31 percent”, “2,000–3,000 EUR”.</summary>
    public static string Value(Quantity quantity) => Value(quantity.Approximation, quantity.Low, quantity.High, quantity.Unit);

    /// <inheritdoc cref="Value(Quantity)"/>
    public static string Value(Approximation approximation, double low, double high, string unit)
    {
        var value = high > low ? $"{Number(low)}–{Number(high)}" : Number(low);
        return string.Join(' ', new[] { Approximately(approximation), value, unit }.Where(part => part.Length > 0));
    }

    /// <summary>“2025”, “since 2022”, “1980–1989”, “from 2024”, “February 2022”; null where the years are not known.</summary>
    public static string? Years(TimeExpression time) => Years(time.Relation, time.FirstYear, time.LastYear, time.Month);

    /// <inheritdoc cref="Years(TimeExpression)"/>
    public static string? Years(TimeRelation relation, int? firstYear, int? lastYear, int? month) => (relation, firstYear, lastYear) switch
    {
        (TimeRelation.Since or TimeRelation.After, { } first, _) => $"{Word(relation)} {InMonth(month, first)}",
        // What lies before a year is stored as ending the year before.
        (TimeRelation.Before, _, { } last) when month is null => $"until {Year(last)}",
        (TimeRelation.Before or TimeRelation.Until or TimeRelation.By, _, { } last) => $"{Word(relation)} {InMonth(month, last)}",
        (_, { } first, { } last) when first == last => InMonth(month, first),
        (_, { } first, { } last) => $"{Year(first)}–{Year(last)}",
        // “The coming years”, “recent years”.
        (_, { } first, null) => $"from {Year(first)}",
        (_, null, { } last) => $"until {Year(last)}",
        _ => null,
    };

    /// <param name="certainty">Of the passage: “will” foretells with a doubt in “will perhaps”.</param>
    public static string Says(Likelihood likelihood, Certainty? certainty) => likelihood switch
    {
        Likelihood.Certain when certainty == Certainty.Hedged => "It is said to come, with a doubt",
        Likelihood.Certain => "It will be so",
        Likelihood.Likely => "It is likely",
        Likelihood.Possible => "It may be so",
        Likelihood.Unlikely => "It is unlikely",
        Likelihood.Excluded when certainty == Certainty.Hedged => "It is said not to come, with a doubt",
        Likelihood.Excluded => "It will not be so",
        _ => throw new ArgumentOutOfRangeException(nameof(likelihood)),
    };

    private static string Approximately(Approximation approximation) => approximation switch
    {
        Approximation.Exact => "",
        Approximation.About => "about",
        Approximation.Almost => "almost",
        Approximation.MoreThan => "more than",
        Approximation.AtLeast => "at least",
        Approximation.LessThan => "less than",
        Approximation.AtMost => "at most",
        _ => throw new ArgumentOutOfRangeException(nameof(approximation)),
    };

    private static string InMonth(int? month, int year) => month is { } named
        ? $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(named)} {Year(year)}"
        : Year(year);

    private static string Word(TimeRelation relation) => relation.ToString().ToLowerInvariant();

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
