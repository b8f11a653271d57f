using RussiaChinaAnalysis.Arguments.Evaluation;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class BootstrapTests
{
    private static readonly double[] Figures = [0.1, 0.4, 0.5, 0.6, 0.9];

    [Fact]
    public void The_interval_is_the_same_every_time() =>
        Assert.Equal(Interval(), Interval());

    [Fact]
    public void The_interval_holds_the_mean_and_lies_within_the_figures()
    {
        var interval = Interval()!;

        Assert.InRange(0.5, interval.Low, interval.High);
        Assert.InRange(interval.Low, 0.1, 0.5);
        Assert.InRange(interval.High, 0.5, 0.9);
    }

    [Fact]
    public void Equal_documents_leave_no_doubt() =>
        Assert.Equal(new Interval(0.7, 0.7), Bootstrap.Interval(3, _ => 0.7));

    [Fact]
    public void One_document_has_no_interval() =>
        Assert.Null(Bootstrap.Interval(1, _ => 0.7));

    private static Interval? Interval() => Bootstrap.Interval(Figures.Length, sample => sample.Average(index => Figures[index]));
}
