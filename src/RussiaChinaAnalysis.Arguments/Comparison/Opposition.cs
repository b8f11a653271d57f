using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Tells whether two statements that share words deny each other.</summary>
internal static class Opposition
{
    /// <summary>The words that make the difference on either side, empty on the side that has none; null where both say it or both deny it.</summary>
    public static (ConnectionRule Rule, TextSpan First, TextSpan Second)? Between(Polarity first, Polarity second, SharedTerms shared)
    {
        var mine = Denials(first, shared, term => term.First.Span);
        var theirs = Denials(second, shared, term => term.Second.Span);
        var negated = mine.Count % 2 != theirs.Count % 2;
        var turned = first.Direction * second.Direction < 0;
        // Two differences cancel out: “did not grow” agrees with “shrank”.
        if (negated == turned)
            return null;

        return negated
            ? (ConnectionRule.OppositePolarity, mine.FirstOrDefault(), theirs.FirstOrDefault())
            : (ConnectionRule.OppositeDirection, first.DirectionSpan, second.DirectionSpan);
    }

    /// <summary>The negations whose clause holds a shared word; others deny something else.</summary>
    private static List<TextSpan> Denials(Polarity polarity, SharedTerms shared, Func<(SignatureTerm First, SignatureTerm Second, double Weight), TextSpan> side) =>
        [.. polarity.Negations
            .Where(negation => shared.Terms.Any(term => negation.Clause.Contains(side(term))))
            .Select(negation => negation.Word)];
}
