using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Tells whether two figures give the same value, or another value, for the same quantity.</summary>
internal static class FigureComparer
{
    // What each agreement adds to the score, by “noisy or”: two that are met outweigh any single one. Equal values are rarer
    // among unrelated figures than unequal ones, and the words of what is measured tell most.
    private const double SameValueWeight = 0.4;
    private const double OtherValueWeight = 0.3;
    private const double SameMeasureWeight = 0.5;
    private const double SamePeriodWeight = 0.3;
    private const double SameSourceWeight = 0.4;

    /// <param name="similarity">Of the two passages as a whole, from 0 to 1.</param>
    /// <returns>Null when the figures have nothing to do with each other.</returns>
    public static (ConnectionKind Kind, double Score, ImmutableArray<ConnectionSign> Signs)? Compare(FigureSignature first, FigureSignature second, double similarity)
    {
        var mine = first.Quantity;
        var theirs = second.Quantity;
        if (mine.Kind != theirs.Kind || mine.Unit != theirs.Unit || !PeriodsMeet(mine.Period, theirs.Period))
            return null;

        var isSame = SameValue(mine, theirs);
        // “More than 40” and “60”, or “10 to 20” and “15”, may both be true and need not be the same.
        if (!isSame && !FigureInterval.Of(mine).IsApartFrom(FigureInterval.Of(theirs)))
            return null;

        var signs = ImmutableArray.CreateBuilder<ConnectionSign>();
        signs.Add(isSame
            ? new ConnectionSign(ConnectionRule.SameValue, mine.Span, theirs.Span, SameValueWeight, $"Both give the same figure: “{first.Written}”{(first.Written == second.Written ? "" : $" and “{second.Written}”")}.")
            : new ConnectionSign(ConnectionRule.OtherValue, mine.Span, theirs.Span, OtherValueWeight, $"One gives “{first.Written}”, the other “{second.Written}”."));

        var measured = Overlap(first.Measured, second.Measured);
        if (measured > 0)
            signs.Add(new ConnectionSign(ConnectionRule.SameMeasure, mine.Measured!.Value, theirs.Measured!.Value, SameMeasureWeight * measured, "Both figures measure the same thing by their words."));
        if (mine.Period is { } period && theirs.Period is { } other && period.IsSamePeriod(other))
            signs.Add(new ConnectionSign(ConnectionRule.SamePeriod, period.Span, other.Span, SamePeriodWeight, "Both figures are for the same time."));
        if (Overlap(first.Source, second.Source) is var source and > 0.5)
            signs.Add(new ConnectionSign(ConnectionRule.SameSource, mine.Source!.Value, theirs.Source!.Value, SameSourceWeight * source, "Both figures come from the same source."));

        return Says(isSame, first, measured, similarity)
            ? (isSame ? ConnectionKind.SameFigure : ConnectionKind.Contradiction, NoisyOr(signs), signs.ToImmutable())
            : null;
    }

    /// <summary>
    /// Equal figures need a common subject; different ones contradict each other only where subject and passage agree
    /// nearly wholly, because most different figures measure different things.
    /// </summary>
    private static bool Says(bool isSame, FigureSignature figure, double measured, double similarity)
    {
        const double leastSimilarity = 0.25;
        const double sameSubject = 0.6;
        const double sameStatement = 0.35;
        var isChance = figure.Quantity.Kind == QuantityKind.Count && figure.Quantity.High <= FigureKey.LargestChanceCount;
        if (!isSame)
            return !isChance && measured >= sameSubject && similarity >= sameStatement;

        return isChance ? similarity >= leastSimilarity && measured > 0 : measured > 0 || similarity >= leastSimilarity;
    }

    private static bool SameValue(Quantity first, Quantity second)
    {
        var tolerance = first.Approximation == Approximation.Exact && second.Approximation == Approximation.Exact
            ? FigureInterval.ExactTolerance
            : FigureInterval.RoughTolerance;
        return DirectionOf(first.Approximation) == DirectionOf(second.Approximation)
            && Near(first.Low, second.Low, tolerance) && Near(first.High, second.High, tolerance);
    }

    /// <summary>1 where the value is above the figure, -1 where it is below, 0 where it is the figure or near it.</summary>
    private static int DirectionOf(Approximation approximation) => approximation switch
    {
        Approximation.MoreThan or Approximation.AtLeast => 1,
        Approximation.LessThan or Approximation.AtMost => -1,
        _ => 0,
    };

    private static bool Near(double first, double second, double tolerance) =>
        Math.Abs(first - second) <= tolerance * Math.Max(Math.Abs(first), Math.Abs(second));

    private static bool PeriodsMeet(TimeExpression? first, TimeExpression? second) =>
        first is null || second is null || first.MayOverlap(second);

    /// <summary>The shared part of the shorter list, from 0 to 1.</summary>
    private static double Overlap(ImmutableArray<SignatureTerm> first, ImmutableArray<SignatureTerm> second)
    {
        if (first.IsEmpty || second.IsEmpty)
            return 0;

        var shared = first.Count(term => second.Any(other => other.Key == term.Key));
        return (double)shared / Math.Min(first.Length, second.Length);
    }

    private static double NoisyOr(IEnumerable<ConnectionSign> signs) => 1 - signs.Aggregate(1.0, (missed, sign) => missed * (1 - sign.Weight));
}
