using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Tells whether a passage speaks of the future, how surely, and until when.</summary>
internal static class ForecastReader
{
    /// <summary>So many tokens before the predicting word its doubt may stand.</summary>
    private const int DoubtReach = 12;

    /// <summary>The first words of a passage that may predict; words that predict without a date go before those that need one.</summary>
    public static Prediction? Find(ReadOnlySpan<FigureToken> tokens, string text)
    {
        Prediction? conditional = null;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (!tokens[index].Is(LexemeKind.Predictive) || Opening(tokens, text, index) is not { } found)
                continue;

            var likelihood = found.Likelihood == Likelihood.Certain && IsDoubted(tokens, text, index) ? Likelihood.Unlikely : found.Likelihood;
            var prediction = new Prediction(new TextSpan(tokens[index].Span.Start, tokens[found.End - 1].Span.End), likelihood, found.NeedsHorizon);
            if (!prediction.NeedsHorizon)
                return prediction;
            conditional ??= prediction;
        }

        return conditional;
    }

    /// <param name="reference">The year from which the future is counted; null when nothing is known of it.</param>
    public static Forecast? Resolve(Prediction prediction, ImmutableArray<TimeExpression> times, int? reference)
    {
        var horizon = Horizon(times, reference);
        return prediction.NeedsHorizon && horizon is null
            ? null
            : new Forecast(prediction.Span, prediction.Likelihood, horizon);
    }

    private static (int End, Likelihood Likelihood, bool NeedsHorizon)? Opening(ReadOnlySpan<FigureToken> tokens, string text, int index)
    {
        Span<char> lower = stackalloc char[12];
        if (tokens[index].Span.Length > lower.Length || !tokens[index].IsWord)
            return null;

        var length = tokens[index].Span.In(text).ToLowerInvariant(lower);
        switch (lower[..length])
        {
            case "will" or "shall":
                // “Political will” is a noun: a verb or an adverb follows the other.
                var negated = Next(tokens, text, index, "not") || Next(tokens, text, index, "never");
                return tokens.Length > index + 1 && tokens[index + 1].IsWord && !Previous(tokens, text, index, "political") && !Previous(tokens, text, index, "the")
                    ? (negated ? index + 2 : index + 1, negated ? Likelihood.Excluded : Likelihood.Certain, false)
                    : null;
            case "won't" or "won’t":
                return (index + 1, Likelihood.Excluded, false);
            case "may" or "might":
                // May also is a month.
                return tokens[index].Token.IsCapitalised && index > 0 ? null : (index + 1, Likelihood.Possible, false);
            case "could" or "would" or "can":
                return (index + 1, Likelihood.Possible, true);
            case "likely" or "expected" or "bound" or "set" or "poised" or "going":
                if (!Next(tokens, text, index, "to") || index == 0 || !IsBe(tokens, text, index - 1))
                    return null;
                return (index + 2, lower[..length] is "bound" or "set" or "going" ? Likelihood.Certain : Likelihood.Likely, false);
            case "unlikely":
                return (Next(tokens, text, index, "to") ? index + 2 : index + 1, Likelihood.Unlikely, false);
            default:
                return null;
        }
    }

    /// <summary>“It is far from clear that … will”, “I doubt that … will”, “it is unclear whether … will”.</summary>
    private static bool IsDoubted(ReadOnlySpan<FigureToken> tokens, string text, int index)
    {
        for (var i = Math.Max(0, index - DoubtReach); i < index; i++)
        {
            if ((IsOneOf(tokens[i], text, "doubt", "doubts", "doubtful", "unclear", "uncertain")
                    || i + 2 < index && IsOneOf(tokens[i], text, "far") && IsOneOf(tokens[i + 1], text, "from") && IsOneOf(tokens[i + 2], text, "clear", "certain", "sure", "obvious"))
                && !IsDenied(tokens, text, i))
                return true;
        }

        return false;
    }

    /// <summary>“Little doubt”, “beyond any doubt”, “nobody doubts”, “few observers doubt”, “I do not doubt”; but “a little doubtful” doubts.</summary>
    private static bool IsDenied(ReadOnlySpan<FigureToken> tokens, string text, int doubt)
    {
        const int reach = 4;
        for (var i = doubt - 1; i >= Math.Max(0, doubt - reach); i--)
        {
            if (IsOneOf(tokens[i], text, "no", "without", "not", "never", "hardly", "scarcely", "barely", "rarely", "beyond", "nobody", "none", "nor", "neither", "cannot")
                || IsContractedNot(tokens[i], text))
                return true;
            if (IsOneOf(tokens[i], text, "little", "few"))
                return !(i > 0 && tokens[i - 1].Is(LexemeKind.Article));
            if (!tokens[i].IsWord || tokens[i].Token.Is(Data.WordClass.Conjunction))
                return false;
        }

        return false;
    }

    /// <summary>“Don’t”, “can't”.</summary>
    private static bool IsContractedNot(in FigureToken token, string text)
    {
        var word = token.Span.In(text);
        return word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOneOf(in FigureToken token, string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (token.Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static TimeExpression? Horizon(ImmutableArray<TimeExpression> times, int? reference)
    {
        TimeExpression? latest = null;
        foreach (var time in times)
        {
            var year = time.LastYear ?? time.FirstYear;
            if (year is null || (reference is { } now && year < now) || time.Relation == TimeRelation.Since)
                continue;
            if (latest is null || year > (latest.LastYear ?? latest.FirstYear))
                latest = time;
        }

        return latest;
    }

    private static bool IsBe(ReadOnlySpan<FigureToken> tokens, string text, int index)
    {
        var word = tokens[index].Span.In(text);
        return word.Equals("is", StringComparison.OrdinalIgnoreCase) || word.Equals("are", StringComparison.OrdinalIgnoreCase)
            || word.Equals("be", StringComparison.OrdinalIgnoreCase) || word.Equals("seems", StringComparison.OrdinalIgnoreCase)
            || word.Equals("more", StringComparison.OrdinalIgnoreCase) || word.Equals("very", StringComparison.OrdinalIgnoreCase)
            || word.Equals("most", StringComparison.OrdinalIgnoreCase) || word.Equals("widely", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Next(ReadOnlySpan<FigureToken> tokens, string text, int index, string word) =>
        index + 1 < tokens.Length && tokens[index + 1].Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Previous(ReadOnlySpan<FigureToken> tokens, string text, int index, string word) =>
        index > 0 && tokens[index - 1].Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <param name="NeedsHorizon">“Could” and “would” also speak of the past and of what is merely thought; only a date to come makes them forecasts.</param>
internal readonly record struct Prediction(TextSpan Span, Likelihood Likelihood, bool NeedsHorizon);
