using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Benchmarks.Weights;

/// <summary>
/// Fits the weights of the rules for roles to labelled passages: multinomial logistic regression, each weight held near
/// the one that stands in <c>rules.yaml</c> by a quadratic penalty, minimised by Adam (Kingma and Ba 2015).
/// </summary>
internal static class RoleFit
{
    private const int Rounds = 400;
    private const double Step = 0.03;
    private const double Momentum = 0.9;
    private const double Scale = 0.999;

    /// <summary>Strangers count more: it is their essays that the weights have to serve, and the first hand agrees with the rules anyway.</summary>
    private const string FirstHand = "A";
    private const double Stranger = 3;

    /// <param name="penalty">What a distance of one from the present weight costs, in passages.</param>
    /// <returns>The weights by rule, for rules that apply to some passage.</returns>
    public static IReadOnlyDictionary<string, double> Weights(ImmutableArray<RoleExample> examples, double penalty)
    {
        var rules = examples.SelectMany(example => example.Rules).DistinctBy(rule => rule.Id).ToImmutableArray();
        var index = rules.Select((rule, position) => (rule.Id, position)).ToDictionary(pair => pair.Id, pair => pair.position);
        var targets = rules.Select(rule => (int)Enum.Parse<Role>(rule.SpeaksFor, ignoreCase: true)).ToArray();
        var present = rules.Select(rule => rule.Weight).ToArray();
        var applied = examples.Select(example => example.Rules.Select(rule => index[rule.Id]).ToArray()).ToArray();
        var weights = (double[])present.Clone();
        var (mean, square) = (new double[weights.Length], new double[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            var slope = Slope(examples, applied, targets, weights);
            for (var i = 0; i < weights.Length; i++)
            {
                slope[i] += penalty * (weights[i] - present[i]);
                mean[i] = Momentum * mean[i] + (1 - Momentum) * slope[i];
                square[i] = Scale * square[i] + (1 - Scale) * slope[i] * slope[i];
                weights[i] -= Step * (mean[i] / (1 - Math.Pow(Momentum, round))) / (Math.Sqrt(square[i] / (1 - Math.Pow(Scale, round))) + 1e-8);
            }
        }

        return rules.ToDictionary(rule => rule.Id, rule => weights[index[rule.Id]]);
    }

    private static double[] Slope(ImmutableArray<RoleExample> examples, int[][] applied, int[] targets, double[] weights)
    {
        var slope = new double[weights.Length];
        Span<double> share = stackalloc double[3];
        for (var e = 0; e < examples.Length; e++)
        {
            share.Clear();
            foreach (var rule in applied[e])
                share[targets[rule]] += weights[rule];
            Softmax(share);
            share[(int)examples[e].Role] -= 1;
            var counts = examples[e].Hand == FirstHand ? 1 : Stranger;
            foreach (var rule in applied[e])
                slope[rule] += counts * share[targets[rule]];
        }

        return slope;
    }

    private static void Softmax(Span<double> scores)
    {
        var highest = Math.Max(scores[0], Math.Max(scores[1], scores[2]));
        var total = 0.0;
        foreach (ref var score in scores)
            total += score = Math.Exp(score - highest);
        foreach (ref var score in scores)
            score /= total;
    }
}
