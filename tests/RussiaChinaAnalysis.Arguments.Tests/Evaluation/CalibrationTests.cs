using RussiaChinaAnalysis.Arguments.Evaluation;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void The_error_is_the_weighted_distance_of_the_bins()
    {
        // Two labels at 0.95 of which half are right, two at 0.65 which are all right.
        var calibration = Calibration.Of([(0.95, true), (0.95, false), (0.65, true), (0.65, true)]);

        Assert.NotNull(calibration);
        Assert.Equal((0.45 * 2 / 4) + (0.35 * 2 / 4), calibration.ExpectedError, precision: 12);
        Assert.Equal([2, 2], calibration.Bins.Select(bin => bin.Labels));
    }

    [Fact]
    public void A_confidence_of_one_falls_into_the_last_bin() =>
        Assert.Equal((0.9, 1.0), (Calibration.Of([(1, true)])!.Bins[0].From, Calibration.Of([(1, true)])!.Bins[0].To));

    [Fact]
    public void Without_labels_there_is_no_calibration() =>
        Assert.Null(Calibration.Of([]));
}
