using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// How far confidence can be taken at its word: of the labels given with a confidence around p, about p should be right.
/// </summary>
/// <param name="ExpectedError">
/// Expected calibration error (Naeini and others 2015): the mean distance between confidence and accuracy over ten bins
/// of equal width, weighted by their size. From 0 to 1.
/// </param>
/// <param name="Bins">Those that hold a label, by rising confidence.</param>
public sealed record Calibration(int Labels, double ExpectedError, ImmutableArray<ReliabilityBin> Bins)
{
    private const int BinCount = 10;

    /// <returns>Null when there are no labels.</returns>
    public static Calibration? Of(IReadOnlyCollection<(double Confidence, bool Right)> labels)
    {
        if (labels.Count == 0)
            return null;

        var bins = labels
            .GroupBy(label => Math.Clamp((int)(label.Confidence * BinCount), 0, BinCount - 1))
            .OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(
                (double)bin.Key / BinCount,
                (double)(bin.Key + 1) / BinCount,
                bin.Count(),
                bin.Average(label => label.Confidence),
                bin.Average(label => label.Right ? 1.0 : 0.0)))
            .ToImmutableArray();
        return new(labels.Count, bins.Sum(bin => bin.Labels * Math.Abs(bin.Confidence - bin.Accuracy)) / labels.Count, bins);
    }
}

/// <param name="From">The bin holds confidences from here up to, but not including, <paramref name="To"/>; the last one includes 1.</param>
/// <param name="Confidence">The mean confidence in the bin.</param>
/// <param name="Accuracy">The share of right labels in the bin.</param>
public sealed record ReliabilityBin(double From, double To, int Labels, double Confidence, double Accuracy);
