using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>How far each theme is found, where the pooled figure is mostly that of the commonest.</summary>
/// <param name="Documents">How many documents are labelled with themes.</param>
/// <param name="Themes">Ordered by slug; also those that only the other side gives.</param>
/// <param name="MacroF1Interval">95 % over documents.</param>
public sealed record ThemesResult(int Documents, ImmutableArray<ThemeResult> Themes, Interval? MacroF1Interval)
{
    /// <summary>The unweighted mean over the themes that the gold labels use.</summary>
    public double MacroF1 => Mean(Themes.Select(theme => theme.Counts), score => score.F1);

    public double MacroPrecision => Mean(Themes.Select(theme => theme.Counts), score => score.Precision);

    public double MacroRecall => Mean(Themes.Select(theme => theme.Counts), score => score.Recall);

    /// <returns>Null when the gold labels use no theme.</returns>
    internal static ThemesResult? Of(ImmutableArray<Comparison> texts, bool withIntervals)
    {
        var counts = texts.Select(ThemePairs.Of).OfType<ThemePairs>().Select(pairs => pairs.ByTheme()).ToList();
        var slugs = counts.SelectMany(text => text.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        var themes = slugs.Select(slug => new ThemeResult(
            slug,
            counts.Count(text => text.GetValueOrDefault(slug).IsExpected),
            Sum(slug, Enumerable.Range(0, counts.Count)))).ToImmutableArray();
        if (!themes.Any(theme => theme.Counts.IsExpected))
            return null;

        var interval = withIntervals
            ? Bootstrap.Interval(counts.Count, sample => Mean(slugs.Select(slug => Sum(slug, sample)), score => score.F1))
            : null;
        return new(counts.Count, themes, interval);

        DetectionCounts Sum(string slug, IEnumerable<int> sample) =>
            sample.Aggregate(default(DetectionCounts), (sum, index) => sum + counts[index].GetValueOrDefault(slug));
    }

    private static double Mean(IEnumerable<DetectionCounts> themes, Func<ClassScore, double> figure) =>
        themes.Where(counts => counts.IsExpected).Select(counts => figure(counts.Score)).DefaultIfEmpty(0).Average();
}

/// <param name="Documents">How many documents have the theme in their gold labels.</param>
public sealed record ThemeResult(string Slug, int Documents, DetectionCounts Counts);
