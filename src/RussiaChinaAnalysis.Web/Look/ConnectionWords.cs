using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Browse.Connections;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>Connections between documents told in words.</summary>
public static class ConnectionWords
{
    /// <summary>As a heading.</summary>
    public static string Name(ConnectionKind kind) => kind switch
    {
        ConnectionKind.SameProposition => "Say the same",
        ConnectionKind.Contradiction => "Contradict each other",
        ConnectionKind.SameFigure => "Same figure",
        ConnectionKind.OpposedFigure => "Same figure, opposite conclusions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Icon(ConnectionKind kind) => kind switch
    {
        ConnectionKind.SameProposition => "restates",
        ConnectionKind.Contradiction => "attacks",
        ConnectionKind.SameFigure => "statistic",
        ConnectionKind.OpposedFigure => "opposed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>One sentence for each reason; the shared words are named in one of them.</summary>
    public static IEnumerable<string> Why(ConnectionRow connection) => Why(connection.Reasons);

    /// <inheritdoc cref="Why(ConnectionRow)"/>
    public static IEnumerable<string> Why(IReadOnlyList<ConnectionReason> reasons)
    {
        var shared = reasons.Where(reason => reason.Rule == ConnectionRule.SharedWords && reason.First is not null).Select(reason => reason.First!).ToList();
        foreach (var reason in reasons.Where(reason => reason.Rule != ConnectionRule.SharedWords).Select(Sentence).Distinct())
            yield return reason;
        if (shared.Count > 0)
            yield return $"Both hold words that are rare enough in the corpus to tell something: {string.Join(", ", shared.Select(word => $"“{word}”"))}.";
    }

    private static string Sentence(ConnectionReason reason) => reason.Rule switch
    {
        ConnectionRule.SameMeasure => $"Both figures measure the same thing: {Pair(reason)}.",
        ConnectionRule.SamePeriod => $"Both figures are for the same time: {Pair(reason)}.",
        ConnectionRule.SameSource => $"Both figures come from the same source: {Pair(reason)}.",
        _ => reason.Explanation,
    };

    private static string Pair(ConnectionReason reason) =>
        reason.First == reason.Second ? $"“{reason.First}”" : $"“{reason.First}” and “{reason.Second}”";
}
