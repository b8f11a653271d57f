using RussiaChinaAnalysis.Arguments.Evaluation;

namespace RussiaChinaAnalysis.Arguments.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    // By hand: a is given 4 times and found 2 times, b 3 and 2, c never but said once.
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(
        ["a", "b", "c"],
        [("a", "a"), ("a", "a"), ("a", "b"), ("a", "c"), ("b", "b"), ("b", "b"), ("b", "a")]);

    [Fact]
    public void Precision_recall_and_F1_are_those_computed_by_hand()
    {
        Assert.Equal(new ClassScore("a", 2 / 3.0, 2 / 4.0, 4 / 7.0, 4), Matrix.Scores[0]);
        Assert.Equal(new ClassScore("b", 2 / 3.0, 2 / 3.0, 4 / 6.0, 3), Matrix.Scores[1]);
        Assert.Equal(new ClassScore("c", 0, 0, 0, 0), Matrix.Scores[2]);
    }

    [Fact]
    public void Macro_F1_is_the_mean_over_the_classes_that_the_gold_labels_use() =>
        Assert.Equal(((4 / 7.0) + (4 / 6.0)) / 2, Matrix.MacroF1, precision: 12);

    [Fact]
    public void Accuracy_is_the_share_on_the_diagonal() =>
        Assert.Equal(4 / 7.0, Matrix.Accuracy, precision: 12);

    [Fact]
    public void Kappa_takes_chance_away()
    {
        // Chance: (4·3 + 3·3 + 0·1) / 49 = 21/49.
        Assert.Equal(((4 / 7.0) - (21 / 49.0)) / (1 - (21 / 49.0)), Matrix.Kappa, precision: 12);
    }

    [Fact]
    public void Sums_add_up_cell_by_cell()
    {
        var sum = ConfusionMatrix.Sum(Matrix.Classes, [Matrix, Matrix]);

        Assert.Equal(14, sum.Total);
        Assert.Equal(2, sum["a", "b"]);
        Assert.Equal(Matrix.MacroF1, sum.MacroF1, precision: 12);
    }

    [Fact]
    public void An_unknown_class_is_a_defect() =>
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(["a"], [("a", "d")]));

    [Fact]
    public void Without_any_unit_every_figure_is_zero()
    {
        var empty = ConfusionMatrix.Of(["a"], []);

        Assert.Equal((0, 0.0, 0.0, 0.0), (empty.Total, empty.Accuracy, empty.MacroF1, empty.Kappa));
    }
}
