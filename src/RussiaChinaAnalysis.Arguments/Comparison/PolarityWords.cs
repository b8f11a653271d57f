using System.Collections.Frozen;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Words that turn a statement into its opposite, or say which way something moves.</summary>
internal static class PolarityWords
{
    private static readonly FrozenSet<string> Negations = Keys(
        "not no never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't couldn't hasn't haven't hadn't hardly neither nor nobody nothing none without rarely seldom unlikely impossible improbable fail failure lack deny refuse");

    private static readonly FrozenSet<string> Growth = Keys(
        "rise grow growth increase expand gain strengthen improve deepen widen climb soar surge accelerate");

    private static readonly FrozenSet<string> Decline = Keys(
        "fall decline decrease shrink lose weaken worsen drop narrow plunge slow erode diminish dwindle");

    public static bool IsNegation(ReadOnlySpan<char> key) => Negations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);

    /// <summary>After another denial in its clause “nor” denies nothing anew: “neither … nor” denies once.</summary>
    public static bool ContinuesNegation(ReadOnlySpan<char> key) => key is "nor";

    /// <returns>1 for growth, -1 for decline, otherwise 0.</returns>
    public static int DirectionOf(ReadOnlySpan<char> key) =>
        Growth.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key) ? 1
        : Decline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key) ? -1
        : 0;

    private static FrozenSet<string> Keys(string words) =>
        words.Split(' ').Select(word => WordForm.Key(word)).ToFrozenSet(StringComparer.Ordinal);
}
