namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// Percentile bootstrap (Efron and Tibshirani 1993) over documents: texts are drawn with replacement, because the
/// labels within one text depend on each other.
/// </summary>
public static class Bootstrap
{
    private const int Resamples = 1000;

    // Any fixed number will do; it is fixed so that equal labels give equal intervals.
    private const int Seed = 20_250_707;

    /// <param name="figure">The figure, computed on the documents whose indices it is given.</param>
    /// <returns>The 95 % interval; null for fewer than two documents.</returns>
    public static Interval? Interval(int documents, Func<IReadOnlyList<int>, double> figure)
    {
        if (documents < 2)
            return null;

        var random = new Random(Seed);
        var sample = new int[documents];
        var figures = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            for (var index = 0; index < documents; index++)
                sample[index] = random.Next(documents);
            figures[resample] = figure(sample);
        }

        Array.Sort(figures);
        return new(figures[(int)(Resamples * 0.025)], figures[(int)(Resamples * 0.975) - 1]);
    }
}

public sealed record Interval(double Low, double High);
