using System.Collections.Immutable;
using CsCheck;
using RussiaChinaAnalysis.Arguments.Evaluation;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class FigurePropertyTests
{
    private static readonly ImmutableArray<string> Classes = ["a", "b", "c"];

    private static readonly Gen<List<(string Gold, string Other)>> Pairs =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], (gold, other) => (Classes[gold], Classes[other])).List[1, 40];

    [Fact]
    public void Equal_labels_agree_fully() => Pairs.Sample(pairs =>
    {
        var matrix = ConfusionMatrix.Of(Classes, pairs.Select(pair => (pair.Gold, pair.Gold)));

        Assert.Equal(1, matrix.MacroF1, precision: 12);
        Assert.Equal(1, matrix.Accuracy, precision: 12);
        Assert.Equal(1, matrix.Kappa, precision: 12);
    });

    [Fact]
    public void Swapping_the_sides_transposes_the_matrix_and_swaps_precision_and_recall() => Pairs.Sample(pairs =>
    {
        var matrix = ConfusionMatrix.Of(Classes, pairs);
        var swapped = ConfusionMatrix.Of(Classes, pairs.Select(pair => (pair.Other, pair.Gold)));

        Assert.Equal(matrix["a", "b"], swapped["b", "a"]);
        Assert.Equal(matrix.Accuracy, swapped.Accuracy, precision: 12);
        Assert.Equal(matrix.Kappa, swapped.Kappa, precision: 12);
        foreach (var (score, other) in matrix.Scores.Zip(swapped.Scores))
            Assert.Equal((score.Precision, score.Recall, score.F1), (other.Recall, other.Precision, other.F1));
    });

    [Fact]
    public void Every_figure_lies_within_its_bounds() => Pairs.Sample(pairs =>
    {
        var matrix = ConfusionMatrix.Of(Classes, pairs);

        Assert.Equal(pairs.Count, matrix.Total);
        Assert.All(matrix.Scores, score => Assert.All([score.Precision, score.Recall, score.F1], figure => Assert.InRange(figure, 0, 1)));
        Assert.All(matrix.Scores, score => Assert.InRange(score.F1, Math.Min(score.Precision, score.Recall) - 1e-12, Math.Max(score.Precision, score.Recall) + 1e-12));
        Assert.InRange(matrix.MacroF1, 0, 1);
        Assert.InRange(matrix.Kappa, -1, 1);
    });

    [Fact]
    public void Detection_is_symmetric_but_for_precision_and_recall() =>
        Gen.Select(Gen.Int[0, 9].List[0, 12], Gen.Int[0, 9].List[0, 12]).Sample((gold, other) =>
        {
            var counts = DetectionCounts.Of(gold, other);

            Assert.Equal(counts.Score.F1, DetectionCounts.Of(other, gold).Score.F1, precision: 12);
            Assert.Equal(1, DetectionCounts.Of(gold, gold).Score.F1, precision: 12);
            Assert.InRange(counts.Score.F1, 0, 1);
        });

    [Fact]
    public void Calibration_error_lies_between_0_and_1_and_its_bins_hold_every_label() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool, (confidence, right) => (confidence, right)).List[1, 60].Sample(labels =>
        {
            var calibration = Calibration.Of(labels)!;

            Assert.InRange(calibration.ExpectedError, 0, 1);
            Assert.Equal(labels.Count, calibration.Bins.Sum(bin => bin.Labels));
            Assert.All(calibration.Bins, bin => Assert.InRange(bin.Confidence, bin.From - 1e-12, bin.To + 1e-12));
        });
}
