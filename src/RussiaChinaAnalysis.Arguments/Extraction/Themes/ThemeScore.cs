using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>What speaks for one theme in one passage. Signs are combined by noisy-or: each may fail, and the score is the chance that not all do.</summary>
internal sealed class ThemeScore
{
    /// <summary>The share of passages on any one theme, from which the log-odds of cues are counted.</summary>
    private const double Prior = 0.05;

    // A sign of weight 1 must leave the log-odds finite.
    private const double LargestWeight = 0.99;

    private readonly List<(Rule Rule, TextSpan Span, double Weight)> signs = [];
    private double missed = 1;

    public double Score => 1 - missed;

    /// <summary>The part of the score that the passage's own words give.</summary>
    public double DirectScore { get; private set; }

    /// <summary>The words that an anaphor in a later passage would point to.</summary>
    public ThemeAnchor Anchor { get; set; }

    public void Add(Rule rule, TextSpan span, double weight)
    {
        var capped = Math.Min(weight, LargestWeight);
        missed *= 1 - capped;
        signs.Add((rule, span, capped));
    }

    public void AddDirect(Rule rule, TextSpan span, double weight)
    {
        Add(rule, span, weight);
        DirectScore = 1 - ((1 - DirectScore) * (1 - Math.Min(weight, LargestWeight)));
    }

    /// <summary>Adds a sign that lies outside the passage's own score, such as the antecedent of an anaphor.</summary>
    public void Mention(Rule rule, TextSpan span) => signs.Add((rule, span, Math.Min(rule.Weight, LargestWeight)));

    public ThemeTag ToTag(string slug)
    {
        var cues = ImmutableArray.CreateBuilder<Cue>(signs.Count);
        // What is left falls below what a number can hold beside 1 after few strong signs; its logarithm does not.
        var left = Math.Log(1 - Prior);
        foreach (var (rule, span, weight) in signs)
        {
            var before = LogOdds(left);
            left += Math.Log(1 - weight);
            cues.Add(new Cue(Label.Theme, rule.Id, span, LogOdds(left) - before));
        }

        return new ThemeTag(slug, Score, cues.MoveToImmutable());
    }

    /// <param name="left">The logarithm of the chance that all fail.</param>
    private static double LogOdds(double left) => Math.Log(1 - Math.Exp(left)) - left;
}

/// <param name="IsName">Whether the cue is written with a capital in the codebook, as places and persons are.</param>
/// <param name="LastKey">The key of its last word, as in <see cref="ThemeWords.KeyOf"/>.</param>
internal readonly record struct ThemeAnchor(TextSpan Span, bool IsName, int LastKey);
