using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>How often the gold label was one class and the other label was one class.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] counts;

    private ConfusionMatrix(ImmutableArray<string> classes, int[,] counts)
    {
        Classes = classes;
        this.counts = counts;
    }

    public ImmutableArray<string> Classes { get; }

    public int this[string gold, string other] => counts[Classes.IndexOf(gold), Classes.IndexOf(other)];

    public int Total => counts.Cast<int>().Sum();

    public double Accuracy => Ratio(Classes.Sum(name => this[name, name]), Total);

    /// <summary>
    /// The unweighted mean of the classes' F1, over the classes that the gold labels use: one that they never use has
    /// no F1 to speak of, and what was wrongly put into it is missing from the recall of the others.
    /// </summary>
    public double MacroF1
    {
        get
        {
            var used = Scores.Where(score => score.Support > 0).ToList();
            return used.Count == 0 ? 0 : used.Average(score => score.F1);
        }
    }

    /// <summary>Agreement beyond chance (Cohen 1960): from -1 to 1; 1 where both sides use the same single class.</summary>
    public double Kappa
    {
        get
        {
            if (Total == 0)
                return 0;
            var chance = Enumerable.Range(0, Classes.Length).Sum(index => (double)GoldCount(index) * OtherCount(index)) / Total / Total;
            return chance >= 1 ? 1 : (Accuracy - chance) / (1 - chance);
        }
    }

    public ImmutableArray<ClassScore> Scores => [.. Classes.Select((name, index) => ClassScore.Of(
        name,
        counts[index, index],
        OtherCount(index) - counts[index, index],
        GoldCount(index) - counts[index, index]))];

    /// <exception cref="ArgumentException">A pair holds a name that is no class.</exception>
    public static ConfusionMatrix Of(ImmutableArray<string> classes, IEnumerable<(string Gold, string Other)> pairs)
    {
        var counts = new int[classes.Length, classes.Length];
        foreach (var (gold, other) in pairs)
            counts[IndexOf(gold), IndexOf(other)]++;
        return new(classes, counts);

        int IndexOf(string name) =>
            classes.IndexOf(name) is >= 0 and var index ? index : throw new ArgumentException($"no class {name}", nameof(pairs));
    }

    /// <summary>The sum of matrices over the same classes.</summary>
    public static ConfusionMatrix Sum(ImmutableArray<string> classes, IEnumerable<ConfusionMatrix> matrices)
    {
        var counts = new int[classes.Length, classes.Length];
        foreach (var matrix in matrices)
        {
            for (var gold = 0; gold < classes.Length; gold++)
            {
                for (var other = 0; other < classes.Length; other++)
                    counts[gold, other] += matrix.counts[gold, other];
            }
        }

        return new(classes, counts);
    }

    private int GoldCount(int index) => Enumerable.Range(0, Classes.Length).Sum(other => counts[index, other]);

    private int OtherCount(int index) => Enumerable.Range(0, Classes.Length).Sum(gold => counts[gold, index]);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <param name="Support">How often the gold labels use the class.</param>
public sealed record ClassScore(string Name, double Precision, double Recall, double F1, int Support)
{
    /// <summary>A ratio with nothing below the line is 0, except that nothing to find and nothing found is all right: 1.</summary>
    internal static ClassScore Of(string name, int found, int wrong, int missed)
    {
        if (found + wrong + missed == 0)
            return new(name, 1, 1, 1, 0);
        return new(
            name,
            found + wrong == 0 ? 0 : (double)found / (found + wrong),
            found + missed == 0 ? 0 : (double)found / (found + missed),
            2.0 * found / ((2 * found) + wrong + missed),
            found + missed);
    }
}
